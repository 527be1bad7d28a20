<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>Send to %Ln person</numerusform>
            <numerusform>Send to %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln outside</source>
        <comment>&quot;Send to 3 people&quot;, and how many of them are outside</comment>
        <translation>
            <numerusform>%1, %Ln outside</numerusform>
            <numerusform>%1, %Ln outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people will read this, %Ln of them outside</source>
        <translation>
            <numerusform>%1 people will read this, %Ln of them outside</numerusform>
            <numerusform>%1 people will read this, %Ln of them outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will read this</source>
        <translation>
            <numerusform>%Ln person will read this</numerusform>
            <numerusform>%Ln people will read this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) whose names this computer does not know</source>
        <translation>
            <numerusform>%Ln person whose name this computer does not know</numerusform>
            <numerusform>%Ln people whose names this computer does not know</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message numerus="yes">
        <source>%Ln people are affected.</source>
        <comment>people</comment>
        <translation>
            <numerusform>%Ln people are affected.</numerusform>
            <numerusform>%Ln people are affected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyText</name>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <comment>a name</comment>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>A message carries at most %Ln file(s); “%1” was not attached.</source>
        <translation>
            <numerusform>A message carries at most %Ln file; “%1” was not attached.</numerusform>
            <numerusform>A message carries at most %Ln files; “%1” was not attached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message numerus="yes">
        <source>%1 gave %Ln star(s)</source>
        <translation>
            <numerusform>%1 gave %Ln star</numerusform>
            <numerusform>%1 gave %Ln stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rating: %Ln star(s)</source>
        <translation>
            <numerusform>Rating: %Ln star</numerusform>
            <numerusform>Rating: %Ln stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written while %Ln new message(s) arrived</source>
        <translation>
            <numerusform>Written while %Ln new message arrived</numerusform>
            <numerusform>Written while %Ln new messages arrived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message numerus="yes">
        <source>Updates were installed: %1 and %Ln more</source>
        <comment>updates</comment>
        <translation>
            <numerusform>Updates were installed: %1 and %Ln more</numerusform>
            <numerusform>Updates were installed: %1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandlingText</name>
    <message numerus="yes">
        <source>Live now, %Ln min left</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>Live now, %Ln min left</numerusform>
            <numerusform>Live now, %Ln min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>live · %Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>live · %Ln min</numerusform>
            <numerusform>live · %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverText</name>
    <message numerus="yes">
        <source>%Ln people hit</source>
        <comment>people</comment>
        <translation>
            <numerusform>%Ln person hit</numerusform>
            <numerusform>%Ln people hit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderText</name>
    <message numerus="yes">
        <source>passed on %Ln time(s)</source>
        <comment>a ticket</comment>
        <translation>
            <numerusform>passed on %Ln time</numerusform>
            <numerusform>passed on %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <comment>a ticket came back so often</comment>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <comment>of a ticket</comment>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message numerus="yes">
        <source>%1 gave %Ln star(s)</source>
        <translation>
            <numerusform>%1 gave %Ln star</numerusform>
            <numerusform>%1 gave %Ln stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProseWords</name>
    <message numerus="yes">
        <source>Show quoted text (%Ln line(s))</source>
        <translation>
            <numerusform>Show quoted text (%Ln line)</numerusform>
            <numerusform>Show quoted text (%Ln lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from the Internet not shown · Copy addresses</source>
        <translation>
            <numerusform>%Ln picture from the Internet not shown · Copy address</numerusform>
            <numerusform>%Ln pictures from the Internet not shown · Copy addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the addresses of %Ln picture(s) not shown</source>
        <translation>
            <numerusform>Copy the address of %Ln picture not shown</numerusform>
            <numerusform>Copy the addresses of %Ln pictures not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeText</name>
    <message numerus="yes">
        <source>in %Ln hour(s)</source>
        <translation>
            <numerusform>in %Ln hour</numerusform>
            <numerusform>in %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlaText</name>
    <message numerus="yes">
        <source>%1, %Ln holiday(s)</source>
        <translation>
            <numerusform>%1, %Ln holiday</numerusform>
            <numerusform>%1, %Ln holidays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being checked</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln being checked</numerusform>
            <numerusform>%Ln being checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln needs you</numerusform>
            <numerusform>%Ln need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>as short as possible: minutes ago</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::AnnotateWindow</name>
    <message numerus="yes">
        <source>%Ln line(s) of text copied. Read them before you use them: machines misread.</source>
        <translation>
            <numerusform>%Ln line of text copied. Read them before you use them: machines misread.</numerusform>
            <numerusform>%Ln lines of text copied. Read them before you use them: machines misread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::BounceWindow</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the last %Ln ticket(s) on this computer,</source>
        <translation>
            <numerusform>Of the last ticket on this computer,</numerusform>
            <numerusform>Of the last %Ln tickets on this computer,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came back at least once. What costs the most time stands first.</source>
        <translation>
            <numerusform>%Ln came back at least once. What costs the most time stands first.</numerusform>
            <numerusform>%Ln came back at least once. What costs the most time stands first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::BulkPage</name>
    <message numerus="yes">
        <source>%Ln ticket(s) marked</source>
        <translation>
            <numerusform>%Ln ticket marked</numerusform>
            <numerusform>%Ln tickets marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln of this list</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>Mark all %Ln of this list</numerusform>
            <numerusform>Mark all %Ln of this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were so already</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln were so already</numerusform>
            <numerusform>%Ln were so already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed as they are: %1</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln stayed as they are: %1</numerusform>
            <numerusform>%Ln stayed as they are: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) are being changed…</source>
        <translation>
            <numerusform>%Ln ticket are being changed…</numerusform>
            <numerusform>%Ln tickets are being changed…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::CaptureMenu</name>
    <message numerus="yes">
        <source>In %Ln second(s)</source>
        <translation>
            <numerusform>In %Ln second</numerusform>
            <numerusform>In %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::CountdownWindow</name>
    <message numerus="yes">
        <source>The picture is taken in %Ln second(s)</source>
        <translation>
            <numerusform>The picture is taken in %Ln second</numerusform>
            <numerusform>The picture is taken in %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::DraftHeap</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ExpectedPanel</name>
    <message numerus="yes">
        <source>and %Ln other change(s)</source>
        <translation>
            <numerusform>and %Ln other change</numerusform>
            <numerusform>and %Ln other changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::FactsPanel</name>
    <message numerus="yes">
        <source>Facts about this computer: %Ln will be sent</source>
        <comment>facts</comment>
        <translation>
            <numerusform>Facts about this computer: %Ln will be sent</numerusform>
            <numerusform>Facts about this computer: %Ln will be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::JustBefore</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>things that happened</comment>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::LiveChoice</name>
    <message numerus="yes">
        <source>For %Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>For %Ln min</numerusform>
            <numerusform>For %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::MacroWindow</name>
    <message numerus="yes">
        <source>Run, and send %Ln replies</source>
        <translation>
            <numerusform>Run, and send %Ln reply</numerusform>
            <numerusform>Run, and send %Ln replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run for %Ln ticket(s)</source>
        <translation>
            <numerusform>Run for %Ln ticket</numerusform>
            <numerusform>Run for %Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::MainWindow</name>
    <message numerus="yes">
        <source>%Ln recorded step(s) wait for you to look at them.</source>
        <translation>
            <numerusform>%Ln recorded step wait for you to look at them.</numerusform>
            <numerusform>%Ln recorded steps wait for you to look at them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::NoticeDesk</name>
    <message numerus="yes">
        <source>%Ln more update(s)</source>
        <translation>
            <numerusform>%Ln more update</numerusform>
            <numerusform>%Ln more updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new update(s)</source>
        <translation>
            <numerusform>%Ln new update</numerusform>
            <numerusform>%Ln new updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s) in your digest</source>
        <translation>
            <numerusform>%Ln update in your digest</numerusform>
            <numerusform>%Ln updates in your digest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more ticket(s)</source>
        <translation>
            <numerusform>and %Ln more ticket</numerusform>
            <numerusform>and %Ln more tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::OutboxPage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::PendingPanel</name>
    <message numerus="yes">
        <source>%n more need you; all of them are in the outbox.</source>
        <translation>
            <numerusform>%n more needs you; all of them are in the outbox.</numerusform>
            <numerusform>%n more need you; all of them are in the outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours are kept here and wait to be sent.</source>
        <translation>
            <numerusform>%n change of yours is kept here and waits to be sent.</numerusform>
            <numerusform>%n changes of yours are kept here and wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::PersonCard</name>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>tickets of a person</comment>
        <translation>
            <numerusform>%Ln in all</numerusform>
            <numerusform>%Ln in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open ticket(s)</source>
        <comment>of a person</comment>
        <translation>
            <numerusform>%Ln open ticket</numerusform>
            <numerusform>%Ln open tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::PreviewView</name>
    <message numerus="yes">
        <source>Looked at %L1 of %Ln ticket(s)…</source>
        <translation>
            <numerusform>Looked at %L1 of %Ln ticket…</numerusform>
            <numerusform>Looked at %L1 of %Ln tickets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) would change</source>
        <translation>
            <numerusform>%Ln ticket would change</numerusform>
            <numerusform>%Ln tickets would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other change(s)</source>
        <translation>
            <numerusform>and %Ln other change</numerusform>
            <numerusform>and %Ln other changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) are so already</source>
        <translation>
            <numerusform>%Ln ticket is so already</numerusform>
            <numerusform>%Ln tickets are so already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln ticket(s))</source>
        <comment>a change and for how many</comment>
        <translation>
            <numerusform>%1 (%Ln ticket)</numerusform>
            <numerusform>%1 (%Ln tickets)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent as %Ln replies, the first of them:</source>
        <translation>
            <numerusform>Sent as %Ln reply:</numerusform>
            <numerusform>Sent as %Ln replies, the first of them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added as %Ln internal notes, the first of them:</source>
        <translation>
            <numerusform>Added as %Ln internal note:</numerusform>
            <numerusform>Added as %Ln internal notes, the first of them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) stay as they are: %1</source>
        <translation>
            <numerusform>%Ln ticket stays as it is: %1</numerusform>
            <numerusform>%Ln tickets stay as they are: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::PrivacyBar</name>
    <message numerus="yes">
        <source>%Ln place(s) may be private. Nobody can promise that these are all.</source>
        <translation>
            <numerusform>%Ln place may be private. Nobody can promise that these are all.</numerusform>
            <numerusform>%Ln places may be private. Nobody can promise that these are all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redact %Ln place(s)</source>
        <translation>
            <numerusform>Redact %Ln place</numerusform>
            <numerusform>Redact %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::QueuePage</name>
    <message numerus="yes">
        <source>More than %n found in %1</source>
        <translation>
            <numerusform>More than %n found in %1</numerusform>
            <numerusform>More than %n found in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in %1</source>
        <translation>
            <numerusform>%n found in %1</numerusform>
            <numerusform>%n found in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::RelationPills</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>people whose names are not known here</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>merged tickets</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::RuleDialog</name>
    <message numerus="yes">
        <source>It finds %Ln ticket(s) that are here today.</source>
        <translation>
            <numerusform>It finds %Ln ticket that is here today.</numerusform>
            <numerusform>It finds %Ln tickets that are here today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To the first %Ln of them it would do this:</source>
        <translation>
            <numerusform>To the first of them it would do this:</numerusform>
            <numerusform>To the first %Ln of them it would do this:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ScopeModel</name>
    <message numerus="yes">
        <source>%1, %n open ticket(s)</source>
        <translation>
            <numerusform>%1, %n open ticket</numerusform>
            <numerusform>%1, %n open tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ShotStrip</name>
    <message numerus="yes">
        <source>A report carries at most %Ln screenshot(s). Those that are here are kept; send the others with another message.</source>
        <translation>
            <numerusform>A report carries at most %Ln screenshot. Those that are here are kept; send the others with another message.</numerusform>
            <numerusform>A report carries at most %Ln screenshots. Those that are here are kept; send the others with another message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StarRating</name>
    <message numerus="yes">
        <source>%Ln star(s)</source>
        <translation>
            <numerusform>%Ln star</numerusform>
            <numerusform>%Ln stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StepCard</name>
    <message numerus="yes">
        <source>Hide the same places in %Ln similar step(s)</source>
        <translation>
            <numerusform>Hide the same places in %Ln similar step</numerusform>
            <numerusform>Hide the same places in %Ln similar steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StepFlow</name>
    <message numerus="yes">
        <source>The report has room for %Ln more picture(s). Drop some steps here, or remove pictures there, and attach again.</source>
        <translation>
            <numerusform>The report has room for %Ln more picture. Drop some steps here, or remove pictures there, and attach again.</numerusform>
            <numerusform>The report has room for %Ln more pictures. Drop some steps here, or remove pictures there, and attach again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) are in the report. Nothing is sent before you send it.</source>
        <translation>
            <numerusform>%Ln step are in the report. Nothing is sent before you send it.</numerusform>
            <numerusform>%Ln steps are in the report. Nothing is sent before you send it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StepReview</name>
    <message numerus="yes">
        <source>Attach %Ln step(s)</source>
        <translation>
            <numerusform>Attach %Ln step</numerusform>
            <numerusform>Attach %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) will not be attached</source>
        <translation>
            <numerusform>%Ln step will not be attached</numerusform>
            <numerusform>%Ln steps will not be attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in %Ln more step(s). Look at them before you attach them.</source>
        <translation>
            <numerusform>Hidden in %Ln more step. Look at them before you attach them.</numerusform>
            <numerusform>Hidden in %Ln more steps. Look at them before you attach them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::TextCopier</name>
    <message numerus="yes">
        <source>%Ln line(s) of text copied. Read them before you use them: machines misread.</source>
        <translation>
            <numerusform>%Ln line of text copied. Read them before you use them: machines misread.</numerusform>
            <numerusform>%Ln lines of text copied. Read them before you use them: machines misread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::TicketListModel</name>
    <message numerus="yes">
        <source>%1, %n tickets, folded</source>
        <comment>a group</comment>
        <translation>
            <numerusform>%1, %n ticket, folded</numerusform>
            <numerusform>%1, %n tickets, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tickets</source>
        <comment>a group</comment>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::TicketPage</name>
    <message numerus="yes">
        <source>Undone for %Ln of %1: %2</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>Undone for %Ln of %1: %2</numerusform>
            <numerusform>Undone for %Ln of %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::TrayIcon</name>
    <message numerus="yes">
        <source>%Ln unread notification(s)</source>
        <translation>
            <numerusform>%Ln unread notification</numerusform>
            <numerusform>%Ln unread notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) of you</source>
        <translation>
            <numerusform>%Ln mention of you</numerusform>
            <numerusform>%Ln mentions of you</numerusform>
        </translation>
    </message>
</context>
</TS>
