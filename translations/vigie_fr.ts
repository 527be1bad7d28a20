<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ArticleText</name>
    <message>
        <source>Remove the topic %1</source>
        <translation>Supprimer le thème %1</translation>
    </message>
    <message>
        <source>Save the topic %1</source>
        <translation>Enregistrer le thème %1</translation>
    </message>
    <message>
        <source>Suggest a text for %1</source>
        <translation>Proposer un texte pour %1</translation>
    </message>
    <message>
        <source>New article: %1</source>
        <translation>Nouvel article : %1</translation>
    </message>
    <message>
        <source>New text of %1</source>
        <translation>Nouveau texte de %1</translation>
    </message>
    <message>
        <source>Change an article&apos;s details</source>
        <translation>Modifier les informations d’un article</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <translation>Demander une relecture</translation>
    </message>
    <message>
        <source>Ask for changes</source>
        <translation>Demander des modifications</translation>
    </message>
    <message>
        <source>Approve an article</source>
        <translation>Approuver un article</translation>
    </message>
    <message>
        <source>Publish an article</source>
        <translation>Publier un article</translation>
    </message>
    <message>
        <source>Archive an article</source>
        <translation>Archiver un article</translation>
    </message>
    <message>
        <source>Take an article back to its draft</source>
        <translation>Remettre un article à l’état de brouillon</translation>
    </message>
    <message>
        <source>Rate an article</source>
        <translation>Évaluer un article</translation>
    </message>
    <message>
        <source>Say that an article is outdated</source>
        <translation>Signaler qu’un article est dépassé</translation>
    </message>
    <message>
        <source>Confirm that an article is still true</source>
        <translation>Confirmer qu’un article est toujours exact</translation>
    </message>
    <message>
        <source>Decline a suggestion</source>
        <translation>Décliner une proposition</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Send reply to %1, outside</source>
        <translation>Envoyer la réponse à %1 (externe)</translation>
    </message>
    <message>
        <source>Send reply to %1</source>
        <translation>Envoyer la réponse à %1</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>Envoyer à %Ln personne</numerusform>
            <numerusform>Envoyer à %Ln personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln outside</source>
        <comment>&quot;Send to 3 people&quot;, and how many of them are outside</comment>
        <translation>
            <numerusform>%1, dont %Ln externe</numerusform>
            <numerusform>%1, dont %Ln externes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, who is outside, will read this</source>
        <translation>%1 (externe) lira ce message</translation>
    </message>
    <message>
        <source>%1 will read this</source>
        <translation>%1 lira ce message</translation>
    </message>
    <message numerus="yes">
        <source>%1 people will read this, %Ln of them outside</source>
        <translation>
            <numerusform>%1 personnes liront ce message, dont %Ln externe</numerusform>
            <numerusform>%1 personnes liront ce message, dont %Ln externes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will read this</source>
        <translation>
            <numerusform>%Ln personne lira ce message</numerusform>
            <numerusform>%Ln personnes liront ce message</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, asked for help</source>
        <translation>%1, auteur de la demande</translation>
    </message>
    <message>
        <source>%1, follows the ticket</source>
        <translation>%1, suit le ticket</translation>
    </message>
    <message>
        <source>%1, outside: %2</source>
        <comment>a reader, their mail address</comment>
        <translation>%1, externe&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) whose names this computer does not know</source>
        <translation>
            <numerusform>%Ln personne dont cet ordinateur ignore le nom</numerusform>
            <numerusform>%Ln personnes dont cet ordinateur ignore le nom</numerusform>
        </translation>
    </message>
    <message>
        <source>Send with %1</source>
        <comment>keys</comment>
        <translation>Envoyer avec %1</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>Hello, I am calling about request %1.</source>
        <translation>Bonjour, j’appelle au sujet de la demande %1.</translation>
    </message>
    <message>
        <source>Hello, this is %1, about request %2.</source>
        <translation>Bonjour, ici %1, au sujet de la demande %2.</translation>
    </message>
    <message>
        <source>It is about: %1.</source>
        <translation>Il s’agit de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It began %1.</source>
        <translation>Cela a commencé %1.</translation>
    </message>
    <message>
        <source>It began: %1.</source>
        <translation>Début&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are affected.</source>
        <comment>people</comment>
        <translation>
            <numerusform>%Ln personne est touchée.</numerusform>
            <numerusform>%Ln personnes sont touchées.</numerusform>
        </translation>
    </message>
    <message>
        <source>It shows: %1.</source>
        <translation>Il s’affiche&#xa0;: %1.</translation>
    </message>
    <message>
        <source>I cannot work until it is solved.</source>
        <translation>Je ne peux pas travailler tant que ce n’est pas réglé.</translation>
    </message>
    <message>
        <source>You may not see it yet: it is still being sent.</source>
        <translation>Vous ne la voyez peut-être pas encore&#xa0;: elle est en cours d’envoi.</translation>
    </message>
</context>
<context>
    <name>CaptureText</name>
    <message>
        <source>This desktop gives Vigie no way to take a picture of the screen. Use the desktop&apos;s own screenshot key, then paste the picture or open its file instead.</source>
        <translation>Ce bureau ne permet pas à Vigie de photographier l’écran. Utilisez la touche de capture du bureau, puis collez l’image ou ouvrez son fichier.</translation>
    </message>
    <message>
        <source>Taking a picture of the screen was refused. You can allow it in the desktop&apos;s privacy settings, or paste a picture or open a file instead.</source>
        <translation>La capture de l’écran a été refusée. Vous pouvez l’autoriser dans les réglages de confidentialité du bureau, ou coller une image ou ouvrir un fichier.</translation>
    </message>
    <message>
        <source>This computer does not let Vigie see the screen yet. Allow it under Screen Recording in the privacy settings and start Vigie again, or paste a picture or open a file instead.</source>
        <translation>Cet ordinateur ne laisse pas encore Vigie voir l’écran. Autorisez-le sous «&#x202f;Enregistrement de l’écran&#x202f;» dans les réglages de confidentialité et relancez Vigie, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>The desktop did not hand over a picture in time. Try again, or paste a picture or open a file instead.</source>
        <translation>Le bureau n’a pas remis d’image à temps. Réessayez, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>The desktop gave up before there was a picture. Try again, or paste a picture or open a file instead.</source>
        <translation>Le bureau a abandonné avant qu’il y ait une image. Réessayez, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>The desktop handed over a picture that cannot be read. Try again, or paste a picture or open a file instead.</source>
        <translation>Le bureau a remis une image illisible. Réessayez, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>It could not be told which window is in front. Choose a region or a screen, or paste a picture or open a file instead.</source>
        <translation>Impossible de savoir quelle fenêtre est au premier plan. Choisissez une zone ou un écran, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>The chosen screen is not connected any more. Choose another one, or paste a picture or open a file instead.</source>
        <translation>L’écran choisi n’est plus branché. Choisissez-en un autre, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>The picture of the screen could not be taken. Try again, or paste a picture or open a file instead.</source>
        <translation>L’écran n’a pas pu être photographié. Réessayez, ou collez une image ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>No picture was taken. You can try again, or paste a picture or open a file instead.</source>
        <translation>Aucune image n’a été prise. Vous pouvez réessayer, ou coller une image ou ouvrir un fichier.</translation>
    </message>
</context>
<context>
    <name>ColumnText</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Demandeur</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Interlocuteur</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
</context>
<context>
    <name>CompanyText</name>
    <message>
        <source>A colleague</source>
        <translation>Un collègue</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two names</comment>
        <translation>%1 et %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <comment>a name</comment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are writing here.</source>
        <comment>several names</comment>
        <translation>%1 écrivent ici.</translation>
    </message>
    <message>
        <source>%1 are looking at this.</source>
        <comment>several names</comment>
        <translation>%1 consultent ce ticket.</translation>
    </message>
    <message>
        <source>%1 is writing here (since %2).</source>
        <translation>%1 écrit ici (depuis %2).</translation>
    </message>
    <message>
        <source>%1 is looking at this (since %2).</source>
        <translation>%1 consulte ce ticket (depuis %2).</translation>
    </message>
    <message>
        <source>%1 were writing here %2.</source>
        <comment>several names</comment>
        <translation>%1 écrivaient ici %2.</translation>
    </message>
    <message>
        <source>%1 were looking at this %2.</source>
        <comment>several names</comment>
        <translation>%1 consultaient ce ticket %2.</translation>
    </message>
    <message>
        <source>%1 was writing here %2.</source>
        <translation>%1 écrivait ici %2.</translation>
    </message>
    <message>
        <source>%1 was looking at this %2.</source>
        <translation>%1 consultait ce ticket %2.</translation>
    </message>
    <message>
        <source>%1 Offline since %2.</source>
        <comment>sentences about who was there</comment>
        <translation>%1 Hors ligne depuis %2.</translation>
    </message>
    <message>
        <source>%1 Nothing is locked: you can send all the same.</source>
        <comment>a sentence about who else writes</comment>
        <translation>%1 Rien n’est verrouillé&#xa0;: vous pouvez envoyer quand même.</translation>
    </message>
</context>
<context>
    <name>EnumText</name>
    <message>
        <source>New</source>
        <comment>state</comment>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state</comment>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Waiting for requester</source>
        <comment>state</comment>
        <translation>En attente du demandeur</translation>
    </message>
    <message>
        <source>Waiting for vendor</source>
        <comment>state</comment>
        <translation>En attente du fournisseur</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>state</comment>
        <translation>Planifié</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state</comment>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state</comment>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>public state</comment>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>We are on it</source>
        <comment>public state</comment>
        <translation>On s’en occupe</translation>
    </message>
    <message>
        <source>We need you</source>
        <comment>public state</comment>
        <translation>On a besoin de vous</translation>
    </message>
    <message>
        <source>Fixed?</source>
        <comment>public state</comment>
        <translation>Résolue&#x202f;?</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>public state</comment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>priority</comment>
        <translation>Critique</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority</comment>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Whole company</source>
        <comment>impact</comment>
        <translation>Toute l’entreprise</translation>
    </message>
    <message>
        <source>A site</source>
        <comment>impact</comment>
        <translation>Un site</translation>
    </message>
    <message>
        <source>A team</source>
        <comment>impact</comment>
        <translation>Une équipe</translation>
    </message>
    <message>
        <source>One person</source>
        <comment>impact</comment>
        <translation>Une personne</translation>
    </message>
    <message>
        <source>Blocked</source>
        <comment>urgency</comment>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Hindered</source>
        <comment>urgency</comment>
        <translation>Gêné</translation>
    </message>
    <message>
        <source>Annoyed</source>
        <comment>urgency</comment>
        <translation>Agacé</translation>
    </message>
    <message>
        <source>Can wait</source>
        <comment>urgency</comment>
        <translation>Peut attendre</translation>
    </message>
    <message>
        <source>I cannot work</source>
        <translation>Je ne peux plus travailler</translation>
    </message>
    <message>
        <source>I can work, with difficulty</source>
        <translation>Je travaille, mais difficilement</translation>
    </message>
    <message>
        <source>It is a nuisance</source>
        <translation>C’est gênant</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Cela peut attendre</translation>
    </message>
    <message>
        <source>Level 1</source>
        <translation>Niveau 1</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>Niveau 2</translation>
    </message>
    <message>
        <source>Level 3</source>
        <translation>Niveau 3</translation>
    </message>
    <message>
        <source>Level 4</source>
        <translation>Niveau 4</translation>
    </message>
    <message>
        <source>Incident</source>
        <comment>kind of request</comment>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Question</source>
        <comment>kind of request</comment>
        <translation>Question</translation>
    </message>
    <message>
        <source>Service request</source>
        <comment>kind of request</comment>
        <translation>Demande de service</translation>
    </message>
    <message>
        <source>Employee</source>
        <comment>role</comment>
        <translation>Salarié</translation>
    </message>
    <message>
        <source>Agent</source>
        <comment>role</comment>
        <translation>Intervenant</translation>
    </message>
    <message>
        <source>Guardian</source>
        <comment>role: keeper of the knowledge base</comment>
        <translation>Gardien</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>kind of message</comment>
        <translation>Signalement</translation>
    </message>
    <message>
        <source>Reply</source>
        <comment>kind of message</comment>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <comment>kind of message</comment>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Phone call</source>
        <comment>kind of message</comment>
        <translation>Appel téléphonique</translation>
    </message>
    <message>
        <source>Event</source>
        <comment>kind of message</comment>
        <translation>Événement</translation>
    </message>
    <message>
        <source>relates to</source>
        <comment>link between two requests</comment>
        <translation>est lié à</translation>
    </message>
    <message>
        <source>is a duplicate of</source>
        <comment>link between two requests</comment>
        <translation>est un doublon de</translation>
    </message>
    <message>
        <source>is the parent of</source>
        <comment>link between two requests</comment>
        <translation>est le parent de</translation>
    </message>
    <message>
        <source>is part of</source>
        <comment>link between two requests</comment>
        <translation>fait partie de</translation>
    </message>
    <message>
        <source>is caused by</source>
        <comment>link between two requests</comment>
        <translation>est causé par</translation>
    </message>
    <message>
        <source>Just me</source>
        <comment>who is affected</comment>
        <translation>Moi seulement</translation>
    </message>
    <message>
        <source>A colleague</source>
        <comment>who is affected</comment>
        <translation>Un collègue</translation>
    </message>
    <message>
        <source>My team</source>
        <comment>who is affected</comment>
        <translation>Mon équipe</translation>
    </message>
    <message>
        <source>The whole site</source>
        <comment>who is affected</comment>
        <translation>Tout le site</translation>
    </message>
    <message>
        <source>The whole company</source>
        <comment>who is affected</comment>
        <translation>Toute l’entreprise</translation>
    </message>
    <message>
        <source>Computer and equipment</source>
        <comment>category</comment>
        <translation>Ordinateur et matériel</translation>
    </message>
    <message>
        <source>Software</source>
        <comment>category</comment>
        <translation>Logiciels</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>category</comment>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Accounts and access</source>
        <comment>category</comment>
        <translation>Comptes et accès</translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>category</comment>
        <translation>Messagerie</translation>
    </message>
    <message>
        <source>Printing</source>
        <comment>category</comment>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>category</comment>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Something else</source>
        <comment>category</comment>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Interlocuteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Watchers</source>
        <translation>Observateurs</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Nouveau message</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Your request has arrived and will be read shortly.</source>
        <translation>Votre demande est arrivée et sera lue sous peu.</translation>
    </message>
    <message>
        <source>Somebody is working on it.</source>
        <translation>Quelqu’un s’en occupe.</translation>
    </message>
    <message>
        <source>We are waiting for an answer from you.</source>
        <translation>Nous attendons une réponse de votre part.</translation>
    </message>
    <message>
        <source>We think it is fixed. Is it?</source>
        <translation>Nous pensons que c’est résolu. Est-ce le cas&#x202f;?</translation>
    </message>
    <message>
        <source>This request is finished. You can reopen it.</source>
        <translation>Cette demande est terminée. Vous pouvez la rouvrir.</translation>
    </message>
    <message>
        <source>new · %1</source>
        <comment>a request without a number yet, and its short tag</comment>
        <translation>nouvelle · %1</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <comment>public state</comment>
        <translation>Pas encore envoyée</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>No connection to the server</source>
        <translation>Pas de connexion au serveur</translation>
    </message>
    <message>
        <source>The server cannot be reached from here.</source>
        <translation>Le serveur est injoignable d’ici.</translation>
    </message>
    <message>
        <source>Everything you write is kept on this computer.</source>
        <translation>Tout ce que vous écrivez est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Vigie sends it by itself as soon as there is a way through.</source>
        <translation>Vigie l’envoie de lui-même dès que la voie est libre.</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>Le serveur n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came back.</source>
        <translation>La requête est partie, mais aucune réponse n’est revenue.</translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing will be sent twice.</source>
        <translation>Rien n’est perdu et rien ne sera envoyé deux fois.</translation>
    </message>
    <message>
        <source>Vigie asks again by itself.</source>
        <translation>Vigie redemande de lui-même.</translation>
    </message>
    <message>
        <source>This server&apos;s identity is not confirmed</source>
        <translation>L’identité de ce serveur n’est pas confirmée</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not signed by an authority this computer trusts.</source>
        <translation>Le certificat du serveur n’est signé par aucune autorité à laquelle cet ordinateur fait confiance.</translation>
    </message>
    <message>
        <source>Nothing was sent to it; your work is kept on this computer.</source>
        <translation>Rien ne lui a été envoyé&#x202f;; votre travail est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign in again and compare the fingerprint with the one your administrator gave you.</source>
        <translation>Reconnectez-vous et comparez l’empreinte avec celle que votre administrateur vous a donnée.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has changed</source>
        <translation>Le certificat du serveur a changé</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you confirmed.</source>
        <translation>Le serveur présente un autre certificat que celui que vous avez confirmé.</translation>
    </message>
    <message>
        <source>Ask your administrator whether the certificate was renewed before you go on.</source>
        <translation>Demandez à votre administrateur si le certificat a été renouvelé avant de continuer.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is out of date</source>
        <translation>Le certificat du serveur n’est plus à jour</translation>
    </message>
    <message>
        <source>The certificate has expired or is not valid yet, or this computer&apos;s clock is wrong.</source>
        <translation>Le certificat a expiré ou n’est pas encore valable, ou bien l’horloge de cet ordinateur est fausse.</translation>
    </message>
    <message>
        <source>Nothing was sent; your work is kept on this computer.</source>
        <translation>Rien n’a été envoyé&#x202f;; votre travail est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date, then tell your administrator.</source>
        <translation>Vérifiez la date de cet ordinateur, puis prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Veuillez vous reconnecter</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Votre session est terminée.</translation>
    </message>
    <message>
        <source>Everything you wrote is kept on this computer.</source>
        <translation>Tout ce que vous avez écrit est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign in and Vigie goes on where it stopped.</source>
        <translation>Connectez-vous et Vigie reprend là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>Wrong name or password</source>
        <translation>Nom ou mot de passe incorrect</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation>Le serveur n’a pas accepté la connexion.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>You are not allowed to do this</source>
        <translation>Vous n’avez pas le droit de faire cela</translation>
    </message>
    <message>
        <source>The server refused it because your account does not have this right.</source>
        <translation>Le serveur a refusé, car votre compte n’a pas ce droit.</translation>
    </message>
    <message>
        <source>Your text is kept in the outbox.</source>
        <translation>Votre texte est conservé dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Discard it there, or ask an administrator for the right and try again.</source>
        <translation>Jetez-le là-bas, ou demandez ce droit à un administrateur et réessayez.</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>It does not exist any more, or it is not visible to you.</source>
        <translation>Cela n’existe plus, ou ne vous est pas visible.</translation>
    </message>
    <message>
        <source>Whatever you wrote is kept in the outbox.</source>
        <translation>Ce que vous avez écrit est conservé dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Copy your text from there if you still need it.</source>
        <translation>Copiez-y votre texte si vous en avez encore besoin.</translation>
    </message>
    <message>
        <source>Somebody else was faster</source>
        <translation>Quelqu’un a été plus rapide</translation>
    </message>
    <message>
        <source>Another person changed the same thing before your change arrived.</source>
        <translation>Une autre personne a modifié la même chose avant l’arrivée de votre modification.</translation>
    </message>
    <message>
        <source>Both versions are kept.</source>
        <translation>Les deux versions sont conservées.</translation>
    </message>
    <message>
        <source>Choose in the outbox which one stays.</source>
        <translation>Choisissez dans la boîte d’envoi celle qui reste.</translation>
    </message>
    <message>
        <source>Something does not fit</source>
        <translation>Quelque chose ne convient pas</translation>
    </message>
    <message>
        <source>The server could not accept it the way it is.</source>
        <translation>Le serveur n’a pas pu l’accepter en l’état.</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Votre texte est conservé.</translation>
    </message>
    <message>
        <source>Change it and try again.</source>
        <translation>Modifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Trop volumineux</translation>
    </message>
    <message>
        <source>It is larger than what can be sent.</source>
        <translation>C’est plus gros que ce qui peut être envoyé.</translation>
    </message>
    <message>
        <source>Shorten it or attach a smaller file.</source>
        <translation>Raccourcissez-le ou joignez un fichier plus petit.</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Une courte pause</translation>
    </message>
    <message>
        <source>The server was asked too often in a short time.</source>
        <translation>Le serveur a été sollicité trop souvent en peu de temps.</translation>
    </message>
    <message>
        <source>Everything is kept on this computer.</source>
        <translation>Tout est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Vigie tries again by itself a little later.</source>
        <translation>Vigie réessaie de lui-même un peu plus tard.</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>Le serveur a un problème</translation>
    </message>
    <message>
        <source>The server made an error while answering.</source>
        <translation>Le serveur a commis une erreur en répondant.</translation>
    </message>
    <message>
        <source>Vigie tries again by itself. Tell your administrator if it lasts.</source>
        <translation>Vigie réessaie de lui-même. Prévenez votre administrateur si cela dure.</translation>
    </message>
    <message>
        <source>The server is full</source>
        <translation>Le serveur est plein</translation>
    </message>
    <message>
        <source>The server has no space left to store anything.</source>
        <translation>Le serveur n’a plus de place pour enregistrer quoi que ce soit.</translation>
    </message>
    <message>
        <source>Tell your administrator. Vigie tries again by itself.</source>
        <translation>Prévenez votre administrateur. Vigie réessaie de lui-même.</translation>
    </message>
    <message>
        <source>An update is needed</source>
        <translation>Une mise à jour est nécessaire</translation>
    </message>
    <message>
        <source>This Vigie and the server speak different versions.</source>
        <translation>Ce Vigie et le serveur parlent des versions différentes.</translation>
    </message>
    <message>
        <source>Update Vigie, or ask your administrator to update the server.</source>
        <translation>Mettez Vigie à jour, ou demandez à votre administrateur de mettre le serveur à jour.</translation>
    </message>
    <message>
        <source>This is not a Vigie server</source>
        <translation>Ce n’est pas un serveur Vigie</translation>
    </message>
    <message>
        <source>Check the address and the network. Vigie tries again by itself.</source>
        <translation>Vérifiez l’adresse et le réseau. Vigie réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The server was restored from a backup</source>
        <translation>Le serveur a été restauré depuis une sauvegarde</translation>
    </message>
    <message>
        <source>The server knows less than it did before.</source>
        <translation>Le serveur en sait moins qu’auparavant.</translation>
    </message>
    <message>
        <source>Your computer still has what you sent.</source>
        <translation>Votre ordinateur a encore ce que vous avez envoyé.</translation>
    </message>
    <message>
        <source>Vigie compares and sends again what is missing.</source>
        <translation>Vigie compare et renvoie ce qui manque.</translation>
    </message>
    <message>
        <source>The local data is busy</source>
        <translation>Les données locales sont occupées</translation>
    </message>
    <message>
        <source>Another program is using Vigie&apos;s files at the moment.</source>
        <translation>Un autre programme utilise les fichiers de Vigie en ce moment.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Attendez un instant et réessayez.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full</source>
        <translation>Le disque de cet ordinateur est plein</translation>
    </message>
    <message>
        <source>There is no space left to store what you write.</source>
        <translation>Il n’y a plus de place pour enregistrer ce que vous écrivez.</translation>
    </message>
    <message>
        <source>Everything that was saved before is safe.</source>
        <translation>Tout ce qui a été enregistré auparavant est en sécurité.</translation>
    </message>
    <message>
        <source>Free some space; until then, keep this window open.</source>
        <translation>Libérez de la place&#x202f;; d’ici là, gardez cette fenêtre ouverte.</translation>
    </message>
    <message>
        <source>The local data is damaged</source>
        <translation>Les données locales sont endommagées</translation>
    </message>
    <message>
        <source>Vigie&apos;s files on this computer cannot be read correctly.</source>
        <translation>Les fichiers de Vigie sur cet ordinateur ne peuvent pas être lus correctement.</translation>
    </message>
    <message>
        <source>The damaged files were left untouched.</source>
        <translation>Les fichiers endommagés ont été laissés tels quels.</translation>
    </message>
    <message>
        <source>Ask your administrator for help before you delete anything: they may hold unsent work.</source>
        <translation>Demandez de l’aide à votre administrateur avant de supprimer quoi que ce soit&#xa0;: ils contiennent peut-être du travail non envoyé.</translation>
    </message>
    <message>
        <source>A newer Vigie was used here</source>
        <translation>Un Vigie plus récent a servi ici</translation>
    </message>
    <message>
        <source>The data on this computer was written by a newer version of Vigie.</source>
        <translation>Les données de cet ordinateur ont été écrites par une version plus récente de Vigie.</translation>
    </message>
    <message>
        <source>The data was left untouched.</source>
        <translation>Les données ont été laissées telles quelles.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Réinstallez la version plus récente.</translation>
    </message>
    <message>
        <source>Vigie may not write here</source>
        <translation>Vigie ne peut pas écrire ici</translation>
    </message>
    <message>
        <source>The folder with Vigie&apos;s data cannot be written.</source>
        <translation>Le dossier des données de Vigie n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>What is already there is safe.</source>
        <translation>Ce qui s’y trouve déjà est en sécurité.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions, then start Vigie again.</source>
        <translation>Vérifiez les droits du dossier, puis relancez Vigie.</translation>
    </message>
    <message>
        <source>The local data cannot be used</source>
        <translation>Les données locales sont inutilisables</translation>
    </message>
    <message>
        <source>Reading or writing Vigie&apos;s files failed.</source>
        <translation>La lecture ou l’écriture des fichiers de Vigie a échoué.</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>Ce qui a été enregistré auparavant est en sécurité.</translation>
    </message>
    <message>
        <source>Start Vigie again; if it happens again, check this computer&apos;s disk.</source>
        <translation>Relancez Vigie&#x202f;; si cela se reproduit, vérifiez le disque de cet ordinateur.</translation>
    </message>
    <message>
        <source>Vigie is already running</source>
        <translation>Vigie est déjà lancé</translation>
    </message>
    <message>
        <source>Another Vigie is using the same account on this computer.</source>
        <translation>Un autre Vigie utilise le même compte sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Use the window that is already open.</source>
        <translation>Utilisez la fenêtre déjà ouverte.</translation>
    </message>
    <message>
        <source>No keychain on this computer</source>
        <translation>Pas de trousseau sur cet ordinateur</translation>
    </message>
    <message>
        <source>There is no safe place on this computer to remember your sign-in.</source>
        <translation>Cet ordinateur n’offre aucun endroit sûr pour retenir votre connexion.</translation>
    </message>
    <message>
        <source>You are signed in for this session only; your work is kept as always.</source>
        <translation>Vous êtes connecté pour cette session seulement&#x202f;; votre travail est conservé comme toujours.</translation>
    </message>
    <message>
        <source>You will be asked for your password at the next start.</source>
        <translation>Votre mot de passe vous sera demandé au prochain démarrage.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>L’opération a été arrêtée avant la fin.</translation>
    </message>
    <message>
        <source>You can start it again at any time.</source>
        <translation>Vous pouvez la relancer à tout moment.</translation>
    </message>
    <message>
        <source>Vigie made a mistake</source>
        <translation>Vigie a commis une erreur</translation>
    </message>
    <message>
        <source>Something happened that should not be possible.</source>
        <translation>Il s’est produit quelque chose qui ne devrait pas être possible.</translation>
    </message>
    <message>
        <source>Your work is kept on this computer.</source>
        <translation>Votre travail est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Please report this to your administrator.</source>
        <translation>Merci de le signaler à votre administrateur.</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation>Réessayez dans %1.</translation>
    </message>
    <message>
        <source>Nothing was changed; what you wrote earlier is still on this computer.</source>
        <translation>Rien n’a été modifié&#x202f;; ce que vous avez écrit auparavant est toujours sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What answered at this address is not a Vigie server: it sent a web page, or a way on to another address. On a guest network it may be the network&apos;s own sign-in page.</source>
        <translation>Ce qui a répondu à cette adresse n’est pas un serveur Vigie&#xa0;: c’est une page web, ou un renvoi vers une autre adresse. Sur un réseau d’invités, il s’agit peut-être de la page de connexion du réseau.</translation>
    </message>
    <message>
        <source>Nothing was changed; what you wrote there is safe.</source>
        <translation>Rien n’a été modifié&#x202f;; ce que vous y avez écrit est en sûreté.</translation>
    </message>
    <message>
        <source>Your text and the other files are kept.</source>
        <translation>Votre texte et les autres fichiers sont conservés.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Le fichier est trop volumineux</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 and was not attached.</source>
        <translation>«&#x202f;%1&#x202f;» dépasse %2 et n’a pas été joint.</translation>
    </message>
    <message>
        <source>Attach a smaller file, or write where the file can be found.</source>
        <translation>Joignez un fichier plus petit, ou écrivez où le fichier se trouve.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier est illisible</translation>
    </message>
    <message>
        <source>“%1” could not be read and was not attached.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être lu et n’a pas été joint.</translation>
    </message>
    <message>
        <source>Check that it is a file you may open, then attach it again.</source>
        <translation>Vérifiez que c’est un fichier que vous pouvez ouvrir, puis joignez-le à nouveau.</translation>
    </message>
    <message>
        <source>“%1” was not attached. %2</source>
        <comment>a file and the reason</comment>
        <translation>«&#x202f;%1&#x202f;» n’a pas été joint. %2</translation>
    </message>
    <message>
        <source>Too many files</source>
        <translation>Trop de fichiers</translation>
    </message>
    <message numerus="yes">
        <source>A message carries at most %Ln file(s); “%1” was not attached.</source>
        <translation>
            <numerusform>Un message porte au plus %Ln fichier&#x202f;; «&#x202f;%1&#x202f;» n’a pas été joint.</numerusform>
            <numerusform>Un message porte au plus %Ln fichiers&#x202f;; «&#x202f;%1&#x202f;» n’a pas été joint.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the others with another message.</source>
        <translation>Envoyez les autres avec un autre message.</translation>
    </message>
    <message>
        <source>The local copy was damaged</source>
        <translation>La copie locale était endommagée</translation>
    </message>
    <message>
        <source>The copy of the server&apos;s data on this computer was damaged and has been replaced.</source>
        <translation>La copie des données du serveur sur cet ordinateur était endommagée et a été remplacée.</translation>
    </message>
    <message>
        <source>What you wrote is safe, sent or not.</source>
        <translation>Ce que vous avez écrit est en sûreté, envoyé ou non.</translation>
    </message>
    <message>
        <source>Vigie fetches the copy again by itself; until then lists may look empty.</source>
        <translation>Vigie récupère la copie toute seule&#x202f;; d’ici là, des listes peuvent paraître vides.</translation>
    </message>
    <message>
        <source>Your text and the other pictures are kept.</source>
        <translation>Votre texte et les autres images sont conservés.</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>L’image est trop grande</translation>
    </message>
    <message>
        <source>“%1” is larger than any screen and was not taken.</source>
        <translation>«&#x202f;%1&#x202f;» est plus grande que n’importe quel écran et n’a pas été prise.</translation>
    </message>
    <message>
        <source>Cut it to what matters, then add it again.</source>
        <translation>Réduisez-la à l’essentiel, puis ajoutez-la de nouveau.</translation>
    </message>
    <message>
        <source>The picture cannot be read</source>
        <translation>L’image est illisible</translation>
    </message>
    <message>
        <source>“%1” is damaged or not a picture that Vigie opens; it was not taken.</source>
        <translation>«&#x202f;%1&#x202f;» est abîmée ou n’est pas une image que Vigie ouvre&#x202f;; elle n’a pas été prise.</translation>
    </message>
    <message>
        <source>Open it in another program, copy it there and paste it here.</source>
        <translation>Ouvrez-la dans un autre programme, copiez-la et collez-la ici.</translation>
    </message>
    <message>
        <source>“%1” was not taken. %2</source>
        <comment>a picture and the reason</comment>
        <translation>«&#x202f;%1&#x202f;» n’a pas été prise. %2</translation>
    </message>
    <message>
        <source>This picture is not on this computer any more. Remove it here; everything else is kept.</source>
        <translation>Cette image n’est plus sur cet ordinateur. Retirez-la ici&#x202f;; tout le reste est conservé.</translation>
    </message>
    <message>
        <source>This picture cannot be shown. %1 Everything else is kept; remove the picture here if it does not come back.</source>
        <comment>the reason</comment>
        <translation>Cette image ne peut pas être montrée. %1 Tout le reste est conservé&#x202f;; retirez l’image ici si elle ne revient pas.</translation>
    </message>
</context>
<context>
    <name>EscalateReasons</name>
    <message>
        <source>rights or access are missing</source>
        <translation>il manque des droits ou un accès</translation>
    </message>
    <message>
        <source>needs a specialist</source>
        <translation>il faut un spécialiste</translation>
    </message>
    <message>
        <source>everything known was tried</source>
        <translation>tout ce qui est connu a été essayé</translation>
    </message>
    <message>
        <source>somebody must go there</source>
        <translation>quelqu’un doit se déplacer</translation>
    </message>
    <message>
        <source>time is running out</source>
        <translation>le temps presse</translation>
    </message>
    <message>
        <source>facts are missing</source>
        <translation>il manque des informations</translation>
    </message>
    <message>
        <source>it is not ours</source>
        <translation>cela ne relève pas de nous</translation>
    </message>
    <message>
        <source>a first step was left out</source>
        <translation>une première étape a été sautée</translation>
    </message>
    <message>
        <source>our part is done</source>
        <translation>notre part est faite</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>quelqu’un d’autre</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a field without a value</comment>
        <translation>vide</translation>
    </message>
    <message>
        <source>The helpdesk</source>
        <translation>Le support</translation>
    </message>
    <message>
        <source>%1 – now: %2</source>
        <comment>a person and a state</comment>
        <translation>%1 – désormais&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 asked for an update</source>
        <translation>%1 a demandé des nouvelles</translation>
    </message>
    <message numerus="yes">
        <source>%1 gave %Ln star(s)</source>
        <translation>
            <numerusform>%1 a donné %Ln étoile</numerusform>
            <numerusform>%1 a donné %Ln étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>a verdict and its comment</comment>
        <translation>%1&#xa0;: «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>%1 changed the state from %2 to %3</source>
        <translation>%1 a fait passer l’état de %2 à %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened and why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 put it back for anybody to take</source>
        <translation>%1 l’a remis à disposition de tous</translation>
    </message>
    <message>
        <source>%1 took it</source>
        <translation>%1 s’en est chargé</translation>
    </message>
    <message>
        <source>%1 assigned it to %2</source>
        <translation>%1 l’a confié à %2</translation>
    </message>
    <message>
        <source>%1 moved it from %2 to %3</source>
        <translation>%1 l’a déplacé de %2 vers %3</translation>
    </message>
    <message>
        <source>%1 escalated it to %2</source>
        <translation>%1 l’a escaladé au %2</translation>
    </message>
    <message>
        <source>%1 changed %2 from %3 to %4</source>
        <comment>person, field, old value, new value</comment>
        <translation>%1 a changé %2 de %3 à %4</translation>
    </message>
    <message>
        <source>%1 changed something</source>
        <translation>%1 a modifié quelque chose</translation>
    </message>
    <message>
        <source>New request: %1</source>
        <translation>Nouvelle demande&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: change to %2</source>
        <comment>a field and its new value</comment>
        <translation>%1&#xa0;: passer à %2</translation>
    </message>
    <message>
        <source>State: change to %1</source>
        <translation>État&#xa0;: passer à %1</translation>
    </message>
    <message>
        <source>Escalate to %1</source>
        <translation>Escalader au %1</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Modifier les étiquettes</translation>
    </message>
    <message>
        <source>Change the watchers</source>
        <translation>Modifier les observateurs</translation>
    </message>
    <message>
        <source>Change the links</source>
        <translation>Modifier les liens</translation>
    </message>
    <message>
        <source>Ask for an update</source>
        <translation>Demander des nouvelles</translation>
    </message>
    <message numerus="yes">
        <source>Rating: %Ln star(s)</source>
        <translation>
            <numerusform>Note&#xa0;: %Ln étoile</numerusform>
            <numerusform>Note&#xa0;: %Ln étoiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written while %Ln new message(s) arrived</source>
        <translation>
            <numerusform>Écrit pendant que %Ln nouveau message arrivait</numerusform>
            <numerusform>Écrit pendant que %Ln nouveaux messages arrivaient</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 handed it back to %2</source>
        <translation>%1 l’a renvoyé au %2</translation>
    </message>
    <message>
        <source>%1, in the queue %2</source>
        <comment>what happened, a queue</comment>
        <translation>%1, dans la file %2</translation>
    </message>
    <message>
        <source>another request</source>
        <translation>une autre demande</translation>
    </message>
    <message>
        <source>%1 merged it into %2</source>
        <translation>%1 l’a fusionné avec %2</translation>
    </message>
    <message>
        <source>%1: it goes on in %2</source>
        <comment>a person, a number</comment>
        <translation>%1&#xa0;: cela continue dans %2</translation>
    </message>
    <message>
        <source>%1 took it out of %2 again</source>
        <translation>%1 l’a de nouveau séparé de %2</translation>
    </message>
    <message>
        <source>%1: it goes on here again, on its own</source>
        <translation>%1&#xa0;: cela continue de nouveau ici, séparément</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a number and its title</comment>
        <translation>%1 «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>%1 merged %2 into it</source>
        <translation>%1 y a fusionné %2</translation>
    </message>
    <message>
        <source>%1 took %2 out of it again</source>
        <translation>%1 en a de nouveau séparé %2</translation>
    </message>
    <message>
        <source>%1 wrote in %2, which goes on here</source>
        <translation>%1 a écrit dans %2, qui continue ici</translation>
    </message>
    <message>
        <source>on its own</source>
        <comment>not merged with another ticket</comment>
        <translation>séparé</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>merged into a ticket</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Take it apart again</source>
        <translation>Séparer de nouveau</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>Fusionner avec %1</translation>
    </message>
    <message>
        <source>never</source>
        <comment>when to be reminded</comment>
        <translation>jamais</translation>
    </message>
    <message>
        <source>%1 set a reminder: %2</source>
        <comment>a person, a moment</comment>
        <translation>%1 a mis un rappel&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 removed the reminder</source>
        <translation>%1 a retiré le rappel</translation>
    </message>
</context>
<context>
    <name>ExpectText</name>
    <message>
        <source>%1 (as of %2)</source>
        <comment>a sentence about times, when the server was last heard of</comment>
        <translation>%1 (état %2)</translation>
    </message>
    <message>
        <source>We expect to answer by %1 and to have it fixed by %2.</source>
        <translation>Nous pensons vous répondre d’ici %1 et avoir réglé le problème d’ici %2.</translation>
    </message>
    <message>
        <source>We expect to answer by %1.</source>
        <translation>Nous pensons vous répondre d’ici %1.</translation>
    </message>
    <message>
        <source>We expect to have it fixed by %1.</source>
        <translation>Nous pensons avoir réglé le problème d’ici %1.</translation>
    </message>
    <message>
        <source>It takes longer than we hoped. You asked for an update and will hear from us.</source>
        <translation>C’est plus long que nous l’espérions. Vous avez demandé des nouvelles, vous en aurez.</translation>
    </message>
    <message>
        <source>It takes longer than we hoped. Ask for an update if you wait for it.</source>
        <translation>C’est plus long que nous l’espérions. Demandez des nouvelles si vous en attendez.</translation>
    </message>
</context>
<context>
    <name>FactGroups</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Space and memory</source>
        <translation>Espace et mémoire</translation>
    </message>
    <message>
        <source>Network and screens</source>
        <translation>Réseau et écrans</translation>
    </message>
    <message>
        <source>What happened lately</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Other facts</source>
        <translation>Autres informations</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact about a computer</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message>
        <source>Computer name</source>
        <translation>Nom de l’ordinateur</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Système d’exploitation</translation>
    </message>
    <message>
        <source>System core</source>
        <translation>Noyau du système</translation>
    </message>
    <message>
        <source>System build</source>
        <translation>Version interne du système</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Free space, system disk</source>
        <translation>Espace libre, disque système</translation>
    </message>
    <message>
        <source>Free space, my files</source>
        <translation>Espace libre, mes fichiers</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Mémoire libre</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Écrans</translation>
    </message>
    <message>
        <source>Language and region</source>
        <translation>Langue et région</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Vigie version</source>
        <translation>Version de Vigie</translation>
    </message>
    <message>
        <source>Last updates</source>
        <translation>Dernières mises à jour</translation>
    </message>
    <message>
        <source>Last program crashes</source>
        <translation>Derniers plantages</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>free space or memory, and how much there is in all</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>by cable</source>
        <translation>par câble</translation>
    </message>
    <message>
        <source>by Wi-Fi</source>
        <translation>par Wi-Fi</translation>
    </message>
    <message>
        <source>by mobile network</source>
        <translation>par réseau mobile</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>%1, with VPN</source>
        <translation>%1, avec VPN</translation>
    </message>
    <message>
        <source>%1 at %2 %</source>
        <comment>size of a screen in pixels, and how much it is enlarged</comment>
        <translation>%1 à %2&#x202f;%</translation>
    </message>
    <message>
        <source>The computer was restarted</source>
        <translation>L’ordinateur a redémarré</translation>
    </message>
    <message>
        <source>Updates were installed</source>
        <translation>Des mises à jour ont été installées</translation>
    </message>
    <message numerus="yes">
        <source>Updates were installed: %1 and %Ln more</source>
        <comment>updates</comment>
        <translation>
            <numerusform>Mises à jour installées&#xa0;: %1 et %Ln autre</numerusform>
            <numerusform>Mises à jour installées&#xa0;: %1 et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Updates were installed: %1</source>
        <translation>Mises à jour installées&#xa0;: %1</translation>
    </message>
    <message>
        <source>A device was connected: %1</source>
        <translation>Un appareil a été branché&#xa0;: %1</translation>
    </message>
    <message>
        <source>The network was lost</source>
        <translation>Le réseau a été perdu</translation>
    </message>
    <message>
        <source>The network changed: %1</source>
        <translation>Le réseau a changé&#xa0;: %1</translation>
    </message>
    <message>
        <source>A program crashed: %1</source>
        <translation>Un programme a planté&#xa0;: %1</translation>
    </message>
    <message>
        <source>First own certificate ends</source>
        <translation>Premier certificat personnel à expirer</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Dernière sauvegarde</translation>
    </message>
</context>
<context>
    <name>ForeignLink</name>
    <message>
        <source>Open this address?</source>
        <translation>Ouvrir cette adresse&#x202f;?</translation>
    </message>
    <message>
        <source>Somebody else wrote it. It leads to:

%1</source>
        <translation>Quelqu’un d’autre l’a écrite. Elle mène à&#xa0;:

%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>No program on this computer opens that address.</source>
        <translation>Aucun programme de cet ordinateur n’ouvre cette adresse.</translation>
    </message>
</context>
<context>
    <name>GroupText</name>
    <message>
        <source>Due today</source>
        <translation>Échéance aujourd’hui</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>Échéance demain</translation>
    </message>
    <message>
        <source>Due on %1, %2</source>
        <comment>a day of the week and a date</comment>
        <translation>Échéance %1 %2</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>tickets</comment>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due later</source>
        <translation>Échéance plus tard</translation>
    </message>
    <message>
        <source>Clock stands still</source>
        <translation>Délai suspendu</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>Nobody owns these</source>
        <translation>Sans responsable</translation>
    </message>
    <message>
        <source>Another queue</source>
        <translation>Une autre file</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message>
        <source>Nobody asked for these</source>
        <translation>Sans demandeur</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Demandeur</translation>
    </message>
    <message>
        <source>Day when due</source>
        <translation>Jour d’échéance</translation>
    </message>
</context>
<context>
    <name>GuideProblemText</name>
    <message>
        <source>There are no steps yet. Give each step a heading that begins with “##”.</source>
        <translation>Il n’y a pas encore d’étape. Donnez à chaque étape un titre qui commence par «&#x202f;##&#x202f;».</translation>
    </message>
    <message>
        <source>The text is too long for a guide; its end was not read. Cut it into several guides.</source>
        <translation>Le texte est trop long pour un guide&#x202f;; sa fin n’a pas été lue. Divisez-le en plusieurs guides.</translation>
    </message>
    <message>
        <source>Line %1: a guide has at most %2 steps; the rest was not read. Cut it into several guides.</source>
        <translation>Ligne %1&#xa0;: un guide a au plus %2 étapes&#x202f;; le reste n’a pas été lu. Divisez-le en plusieurs guides.</translation>
    </message>
    <message>
        <source>Line %1: a step has at most %2 answers; the rest was left out.</source>
        <translation>Ligne %1&#xa0;: une étape a au plus %2 réponses&#x202f;; les autres ont été laissées de côté.</translation>
    </message>
    <message>
        <source>Line %1: an earlier step is called “%2” already, and answers lead there. Give this one a name of its own, as in {#name}.</source>
        <translation>Ligne %1&#xa0;: une étape précédente s’appelle déjà «&#x202f;%2&#x202f;», et c’est là que mènent les réponses. Donnez à celle-ci un nom à elle, comme {#nom}.</translation>
    </message>
    <message>
        <source>Line %1: no step is called “%2”, so this answer leads nowhere.</source>
        <translation>Ligne %1&#xa0;: aucune étape ne s’appelle «&#x202f;%2&#x202f;»&#x202f;; cette réponse ne mène donc nulle part.</translation>
    </message>
    <message>
        <source>Line %1: from “%2” on people go round for ever. Add an answer that leads out.</source>
        <translation>Ligne %1&#xa0;: à partir de «&#x202f;%2&#x202f;», on tourne en rond sans fin. Ajoutez une réponse qui en fait sortir.</translation>
    </message>
    <message>
        <source>Line %1: no answer leads to “%2”.</source>
        <translation>Ligne %1&#xa0;: aucune réponse ne mène à «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>Line %1: a link to a step inside other words is no answer. Put it alone into a line that begins with “-”.</source>
        <translation>Ligne %1&#xa0;: un lien vers une étape au milieu d’autres mots n’est pas une réponse. Mettez-le seul sur une ligne qui commence par «&#x202f;-&#x202f;».</translation>
    </message>
    <message>
        <source>Line %1: this answer leads back to “%2”. People are told when they come there again.</source>
        <translation>Ligne %1&#xa0;: cette réponse ramène à «&#x202f;%2&#x202f;». On est prévenu quand on y revient.</translation>
    </message>
</context>
<context>
    <name>HandlingText</name>
    <message>
        <source>%1: %2</source>
        <comment>why, and what follows: “Your team cannot work: we look at it …”</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Live now, %Ln min left</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>En direct, encore %Ln min</numerusform>
            <numerusform>En direct, encore %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>live · %Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>en direct · %Ln min</numerusform>
            <numerusform>en direct · %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>It is a nuisance, and work goes on</source>
        <translation>C’est gênant, mais le travail continue</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>Cela peut attendre</translation>
    </message>
    <message>
        <source>You cannot work</source>
        <translation>Vous ne pouvez pas travailler</translation>
    </message>
    <message>
        <source>You can work, with difficulty</source>
        <translation>Vous travaillez, avec difficulté</translation>
    </message>
    <message>
        <source>Your colleague cannot work</source>
        <translation>Votre collègue ne peut pas travailler</translation>
    </message>
    <message>
        <source>Your colleague can work, with difficulty</source>
        <translation>Votre collègue travaille, avec difficulté</translation>
    </message>
    <message>
        <source>Your team cannot work</source>
        <translation>Votre équipe ne peut pas travailler</translation>
    </message>
    <message>
        <source>Your team can work, with difficulty</source>
        <translation>Votre équipe travaille, avec difficulté</translation>
    </message>
    <message>
        <source>The whole site cannot work</source>
        <translation>Tout le site ne peut pas travailler</translation>
    </message>
    <message>
        <source>The whole site can work, with difficulty</source>
        <translation>Tout le site travaille, avec difficulté</translation>
    </message>
    <message>
        <source>The whole company cannot work</source>
        <translation>Toute l’entreprise ne peut pas travailler</translation>
    </message>
    <message>
        <source>The whole company can work, with difficulty</source>
        <translation>Toute l’entreprise travaille, avec difficulté</translation>
    </message>
    <message>
        <source>we look at it at once, before everything else.</source>
        <translation>nous nous en occupons tout de suite, avant tout le reste.</translation>
    </message>
    <message>
        <source>we look at it before other requests.</source>
        <translation>nous nous en occupons avant les autres demandes.</translation>
    </message>
    <message>
        <source>we look at it in turn.</source>
        <translation>nous nous en occupons à son tour.</translation>
    </message>
    <message>
        <source>we look at it after what keeps others from working.</source>
        <translation>nous nous en occupons après ce qui empêche d’autres de travailler.</translation>
    </message>
</context>
<context>
    <name>HandoverText</name>
    <message>
        <source>“%1”</source>
        <comment>somebody&apos;s words</comment>
        <translation>«&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>“%1” – %2</source>
        <comment>somebody&apos;s words, who</comment>
        <translation>«&#x202f;%1&#x202f;» – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a moment</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>reported %1</source>
        <comment>a moment</comment>
        <translation>signalé %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people hit</source>
        <comment>people</comment>
        <translation>
            <numerusform>%Ln personne touchée</numerusform>
            <numerusform>%Ln personnes touchées</numerusform>
        </translation>
    </message>
    <message>
        <source>in contact with %1</source>
        <translation>en contact avec %1</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Quoi&#xa0;:</translation>
    </message>
    <message>
        <source>Error message:</source>
        <translation>Message d’erreur&#xa0;:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Quand&#xa0;:</translation>
    </message>
    <message>
        <source>Who:</source>
        <translation>Qui&#xa0;:</translation>
    </message>
    <message>
        <source>The computer:</source>
        <translation>L’ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Tried:</source>
        <translation>Essayé&#xa0;:</translation>
    </message>
    <message>
        <source>nothing that was written down</source>
        <translation>rien qui ait été noté</translation>
    </message>
    <message>
        <source>Not tried yet:</source>
        <translation>Pas encore essayé&#xa0;:</translation>
    </message>
    <message>
        <source>Last words of %1, %2:</source>
        <comment>a person, a moment</comment>
        <translation>Derniers mots de %1, %2&#xa0;:</translation>
    </message>
    <message>
        <source>Open questions:</source>
        <translation>Questions en suspens&#xa0;:</translation>
    </message>
    <message>
        <source>Path so far:</source>
        <translation>Parcours jusqu’ici&#xa0;:</translation>
    </message>
</context>
<context>
    <name>HotkeyText</name>
    <message>
        <source>%1 already belongs to another program or to the desktop. Choose another key.</source>
        <translation>%1 appartient déjà à un autre programme ou au bureau. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>This desktop lets no program choose a key of its own. In the desktop&apos;s keyboard settings, add a shortcut that runs this command: %1</source>
        <translation>Ce bureau ne laisse aucun programme choisir sa touche. Dans les réglages clavier du bureau, ajoutez un raccourci qui lance cette commande&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 cannot be used everywhere. Choose one key together with Ctrl, Alt or the system key, or a function key.</source>
        <translation>%1 ne peut pas servir partout. Choisissez une touche avec Ctrl, Alt ou la touche système, ou une touche de fonction.</translation>
    </message>
</context>
<context>
    <name>LadderText</name>
    <message>
        <source>%1 · %2</source>
        <comment>a level, a queue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>passed on %Ln time(s)</source>
        <comment>a ticket</comment>
        <translation>
            <numerusform>transmis %Ln fois</numerusform>
            <numerusform>transmis %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, came back %2</source>
        <comment>how often it was passed on, how often it came back</comment>
        <translation>%1, revenu %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <comment>a ticket came back so often</comment>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a level, how often it was passed on</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <comment>of a ticket</comment>
        <translation>
            <numerusform>%Ln transfert</numerusform>
            <numerusform>%Ln transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a moment</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a moment to another one</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, of which %2 of work</source>
        <comment>when, a duration</comment>
        <translation>%1, dont %2 de travail</translation>
    </message>
    <message>
        <source>nobody has taken it yet</source>
        <translation>personne ne l’a encore pris</translation>
    </message>
    <message>
        <source>nobody took it</source>
        <translation>personne ne l’a pris</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>names</comment>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>Sent back by %1</source>
        <translation>Renvoyé par %1</translation>
    </message>
    <message>
        <source>Sent by %1</source>
        <translation>Transmis par %1</translation>
    </message>
    <message>
        <source>%1, without a reason</source>
        <comment>who sent it</comment>
        <translation>%1, sans motif</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>who sent it, why</comment>
        <translation>%1&#xa0;: «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>This is transfer no. %1.</source>
        <translation>C’est le transfert n°&#xa0;%1.</translation>
    </message>
    <message>
        <source>Last time it came back from %1, without a reason.</source>
        <translation>La dernière fois, le ticket est revenu de «&#x202f;%1&#x202f;», sans motif.</translation>
    </message>
    <message>
        <source>Last time it came back from %1 because “%2”.</source>
        <comment>a place, somebody&apos;s words</comment>
        <translation>La dernière fois, le ticket est revenu de «&#x202f;%1&#x202f;» pour ce motif&#xa0;: «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>Path so far: %1.</source>
        <translation>Parcours jusqu’ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>In all %1</source>
        <comment>a duration</comment>
        <translation>Au total %1</translation>
    </message>
    <message>
        <source>In all %1, of which %2 of work</source>
        <comment>durations</comment>
        <translation>Au total %1, dont %2 de travail</translation>
    </message>
    <message>
        <source>%1; never passed on</source>
        <comment>a duration</comment>
        <translation>%1&#x202f;; jamais transmis</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>durations, how often it was passed on</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
</context>
<context>
    <name>NewsText</name>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>May interrupt</source>
        <translation>Peut interrompre</translation>
    </message>
    <message>
        <source>Only counted</source>
        <translation>Seulement compté</translation>
    </message>
    <message>
        <source>In the digest</source>
        <translation>Dans le récapitulatif</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencieux</translation>
    </message>
    <message>
        <source>As if this list did not exist</source>
        <translation>Comme si cette liste n’existait pas</translation>
    </message>
    <message>
        <source>A notification on the desktop, at once</source>
        <translation>Une notification sur le bureau, tout de suite</translation>
    </message>
    <message>
        <source>Counted as unread, without a notification on the desktop</source>
        <translation>Compté comme non lu, sans notification sur le bureau</translation>
    </message>
    <message>
        <source>In the list of notifications as read</source>
        <translation>Dans la liste des notifications, comme lu</translation>
    </message>
    <message>
        <source>Told together with others, at the hours that the preferences say</source>
        <translation>Annoncé avec d’autres, aux heures choisies dans les préférences</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>The helpdesk</source>
        <translation>Le support</translation>
    </message>
    <message>
        <source>%1 reported something</source>
        <comment>a person</comment>
        <translation>%1 a signalé un problème</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <comment>a person</comment>
        <translation>%1 a répondu</translation>
    </message>
    <message>
        <source>%1 wrote a note</source>
        <comment>a person</comment>
        <translation>%1 a écrit une note</translation>
    </message>
    <message>
        <source>%1 noted a call</source>
        <comment>a person</comment>
        <translation>%1 a noté un appel</translation>
    </message>
    <message>
        <source>%1 asks for an update</source>
        <comment>a person</comment>
        <translation>%1 demande des nouvelles</translation>
    </message>
    <message numerus="yes">
        <source>%1 gave %Ln star(s)</source>
        <translation>
            <numerusform>%1 a donné %Ln étoile</numerusform>
            <numerusform>%1 a donné %Ln étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 assigned it to you</source>
        <comment>a person</comment>
        <translation>%1 vous l’a confiée</translation>
    </message>
    <message>
        <source>%1 closed the request</source>
        <comment>a person</comment>
        <translation>%1 a clos la demande</translation>
    </message>
    <message>
        <source>%1 reopened the request</source>
        <comment>a person</comment>
        <translation>%1 a rouvert la demande</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>We are on it</source>
        <translation>On s’en occupe</translation>
    </message>
    <message>
        <source>We need you</source>
        <translation>On a besoin de vous</translation>
    </message>
    <message>
        <source>Fixed? Please try it</source>
        <translation>Résolue&#x202f;? Essayez, s’il vous plaît</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>It waited until now</source>
        <comment>a reminder of a request</comment>
        <translation>L’attente est terminée</translation>
    </message>
    <message>
        <source>%1 mentions you</source>
        <comment>a person</comment>
        <translation>%1 vous mentionne</translation>
    </message>
</context>
<context>
    <name>OcrText</name>
    <message>
        <source>Private places are not suggested, because the text recognition Tesseract is not installed on this computer. Hiding them by hand works as always. To get suggestions, have the packages tesseract-ocr and tesseract-ocr-fra installed.</source>
        <translation>Les endroits privés ne sont pas proposés, car la reconnaissance de texte Tesseract n’est pas installée sur cet ordinateur. Les masquer à la main fonctionne comme toujours. Pour des propositions, faites installer les paquets tesseract-ocr et tesseract-ocr-fra.</translation>
    </message>
    <message>
        <source>Private places are not suggested, because this computer&apos;s version of the text recognition Tesseract is not one that Vigie knows. Hiding them by hand works as always. To get suggestions, have Tesseract 5 installed.</source>
        <translation>Les endroits privés ne sont pas proposés, car Vigie ne connaît pas la version de la reconnaissance de texte Tesseract de cet ordinateur. Les masquer à la main fonctionne comme toujours. Pour des propositions, faites installer Tesseract 5.</translation>
    </message>
    <message>
        <source>Private places are not suggested, because the text recognition Tesseract has no file for your language or for English. Hiding them by hand works as always. To get suggestions, have the package tesseract-ocr-eng, or the one of your language, installed.</source>
        <translation>Les endroits privés ne sont pas proposés, car la reconnaissance de texte Tesseract n’a de fichier ni pour votre langue ni pour l’anglais. Les masquer à la main fonctionne comme toujours. Pour des propositions, faites installer le paquet tesseract-ocr-eng ou celui de votre langue.</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>adresse e-mail</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>numéro de téléphone</translation>
    </message>
    <message>
        <source>bank account</source>
        <translation>compte bancaire</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>numéro de carte</translation>
    </message>
    <message>
        <source>network address</source>
        <translation>adresse réseau</translation>
    </message>
    <message>
        <source>computer name</source>
        <translation>nom d’ordinateur</translation>
    </message>
    <message>
        <source>key or token</source>
        <translation>clé ou jeton</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>name of a person</source>
        <translation>nom de personne</translation>
    </message>
    <message>
        <source>named by your organisation</source>
        <translation>désigné par votre organisation</translation>
    </message>
    <message>
        <source>private text</source>
        <translation>texte privé</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Mine</source>
        <comment>a list of tickets</comment>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <comment>a list of tickets</comment>
        <translation>Sans responsable</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a list of tickets</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>a list of tickets</comment>
        <translation>En retard</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Tous les tickets</translation>
    </message>
</context>
<context>
    <name>ProseWords</name>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message numerus="yes">
        <source>Show quoted text (%Ln line(s))</source>
        <translation>
            <numerusform>Afficher le texte cité (%Ln ligne)</numerusform>
            <numerusform>Afficher le texte cité (%Ln lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Masquer le texte cité</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from the Internet not shown · Copy addresses</source>
        <translation>
            <numerusform>%Ln image d’Internet non affichée · Copier l’adresse</numerusform>
            <numerusform>%Ln images d’Internet non affichées · Copier les adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the addresses of %Ln picture(s) not shown</source>
        <translation>
            <numerusform>Copier l’adresse de %Ln image non affichée</numerusform>
            <numerusform>Copier les adresses de %Ln images non affichées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryErrorText</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Vouliez-vous dire «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Possible are %1 and others.</source>
        <translation>Sont possibles&#xa0;: %1, et d’autres.</translation>
    </message>
    <message>
        <source>Possible are %1.</source>
        <translation>Sont possibles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This search is too long. Please shorten it.</source>
        <translation>Cette recherche est trop longue. Merci de la raccourcir.</translation>
    </message>
    <message>
        <source>There are too many parentheses in one another. Please use fewer.</source>
        <translation>Trop de parenthèses sont imbriquées. Merci d’en utiliser moins.</translation>
    </message>
    <message>
        <source>There are too many conditions in this search. Please leave some out.</source>
        <translation>Cette recherche contient trop de conditions. Merci d’en retirer.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Il manque le guillemet fermant.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>Il manque la parenthèse fermante.</translation>
    </message>
    <message>
        <source>This parenthesis was never opened. Remove it, or open it further left.</source>
        <translation>Cette parenthèse n’a jamais été ouverte. Supprimez-la, ou ouvrez-la plus à gauche.</translation>
    </message>
    <message>
        <source>Something is missing at the end: a word or a condition.</source>
        <translation>Il manque quelque chose à la fin&#xa0;: un mot ou une condition.</translation>
    </message>
    <message>
        <source>A word or a condition is missing before “%1”.</source>
        <translation>Il manque un mot ou une condition avant «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Il manque une valeur après «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Il n’y a pas de champ «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>To look for these words, put them into quotation marks.</source>
        <translation>Pour chercher ces mots, mettez-les entre guillemets droits.</translation>
    </message>
    <message>
        <source>“%1” is not a value of “%2”.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une valeur de «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” can be compared with one value only. Use “%1:” for several values or for none.</source>
        <translation>«&#x202f;%1&#x202f;» ne se compare qu’à une seule valeur. Utilisez «&#x202f;%1:&#x202f;» pour plusieurs valeurs ou pour aucune.</translation>
    </message>
    <message>
        <source>“%1” has no smaller and larger values. Use “%1:” instead.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas de valeurs plus petites ou plus grandes. Utilisez plutôt «&#x202f;%1:&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” is not a number that can be looked for.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un nombre que l’on peut chercher.</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write for example 4h, 7d, 2026-03-01 or today.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un moment. Écrivez par exemple 4h, 7d, 2026-03-01 ou today.</translation>
    </message>
    <message>
        <source>“%1” is not a range. Write the smaller end first, as in 100..200.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un intervalle. Écrivez d’abord la plus petite borne, comme dans 100..200.</translation>
    </message>
    <message>
        <source>“%1” has no letters or digits to look for.</source>
        <translation>«&#x202f;%1&#x202f;» ne contient ni lettre ni chiffre à chercher.</translation>
    </message>
    <message>
        <source>There is no queue called “%1” here, so this condition finds nothing.</source>
        <translation>Aucune file ne s’appelle «&#x202f;%1&#x202f;» ici&#x202f;; cette condition ne trouve rien.</translation>
    </message>
    <message>
        <source>Nobody called “%1” is known here, so this condition finds nothing.</source>
        <translation>Personne ne s’appelle «&#x202f;%1&#x202f;» ici&#x202f;; cette condition ne trouve rien.</translation>
    </message>
</context>
<context>
    <name>QueryText</name>
    <message>
        <source>the state we work with</source>
        <translation>l’état avec lequel nous travaillons</translation>
    </message>
    <message>
        <source>the state the requester sees</source>
        <translation>l’état que voit le demandeur</translation>
    </message>
    <message>
        <source>what is true of it: open, overdue, mine…</source>
        <translation>ce qui est vrai du ticket&#xa0;: open, overdue, mine…</translation>
    </message>
    <message>
        <source>what it has: a file, a draft, a tag…</source>
        <translation>ce qu’il a&#xa0;: un fichier, un brouillon, une étiquette…</translation>
    </message>
    <message>
        <source>the queue it is in</source>
        <translation>la file où il se trouve</translation>
    </message>
    <message>
        <source>who works on it</source>
        <translation>qui s’en occupe</translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>qui a demandé</translation>
    </message>
    <message>
        <source>who is named to the requester</source>
        <translation>qui est nommé au demandeur</translation>
    </message>
    <message>
        <source>who follows it</source>
        <translation>qui le suit</translation>
    </message>
    <message>
        <source>critical to low; &gt;= compares</source>
        <translation>de critical à low&#x202f;; &gt;= compare</translation>
    </message>
    <message>
        <source>how many are affected</source>
        <translation>combien de personnes sont touchées</translation>
    </message>
    <message>
        <source>how much it hinders</source>
        <translation>à quel point cela gêne</translation>
    </message>
    <message>
        <source>L1 to L4; ranges with ..</source>
        <translation>de L1 à L4&#x202f;; intervalles avec ..</translation>
    </message>
    <message>
        <source>hardware, software, network…</source>
        <translation>matériel, logiciel, réseau…</translation>
    </message>
    <message>
        <source>incident or request</source>
        <translation>incident ou demande</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>une étiquette</translation>
    </message>
    <message>
        <source>when its next clock ends: &lt;4h, today</source>
        <translation>quand se termine son prochain délai&#xa0;: &lt;4h, today</translation>
    </message>
    <message>
        <source>when it was asked: &lt;7d, today, a day</source>
        <translation>quand il a été demandé&#xa0;: &lt;7d, today, un jour</translation>
    </message>
    <message>
        <source>when it last changed: &gt;2d, yesterday</source>
        <translation>quand il a changé en dernier&#xa0;: &gt;2d, yesterday</translation>
    </message>
    <message>
        <source>its number, or a range of them</source>
        <translation>son numéro, ou un intervalle</translation>
    </message>
    <message>
        <source>words of the title</source>
        <translation>des mots du titre</translation>
    </message>
    <message>
        <source>words anywhere in it</source>
        <translation>des mots n’importe où</translation>
    </message>
    <message>
        <source>somebody still has something to do</source>
        <translation>quelqu’un a encore quelque chose à faire</translation>
    </message>
    <message>
        <source>fixed or closed</source>
        <translation>résolu ou clos</translation>
    </message>
    <message>
        <source>I work on it</source>
        <translation>je m’en occupe</translation>
    </message>
    <message>
        <source>nobody works on it</source>
        <translation>personne ne s’en occupe</translation>
    </message>
    <message>
        <source>waits for somebody else or for a date</source>
        <translation>attend quelqu’un d’autre ou une date</translation>
    </message>
    <message>
        <source>a notification was not read yet</source>
        <translation>une notification n’a pas encore été lue</translation>
    </message>
    <message>
        <source>a clock has run out</source>
        <translation>un délai est dépassé</translation>
    </message>
    <message>
        <source>the requester asked for an update</source>
        <translation>le demandeur a demandé des nouvelles</translation>
    </message>
    <message>
        <source>the requester stands before people now</source>
        <translation>le demandeur est devant des gens en ce moment</translation>
    </message>
    <message>
        <source>I follow it</source>
        <translation>je le suis</translation>
    </message>
    <message>
        <source>I asked for it myself</source>
        <translation>je l’ai demandé moi-même</translation>
    </message>
    <message>
        <source>a file is in the conversation</source>
        <translation>un fichier est dans la conversation</translation>
    </message>
    <message>
        <source>my work on it needs me</source>
        <translation>mon travail dessus a besoin de moi</translation>
    </message>
    <message>
        <source>I began to write</source>
        <translation>j’ai commencé à écrire</translation>
    </message>
    <message>
        <source>my changes are not sent yet</source>
        <translation>mes changements ne sont pas encore envoyés</translation>
    </message>
    <message>
        <source>any tag</source>
        <translation>une étiquette quelconque</translation>
    </message>
    <message>
        <source>somebody follows it</source>
        <translation>quelqu’un le suit</translation>
    </message>
    <message>
        <source>it is linked to another ticket</source>
        <translation>il est lié à un autre ticket</translation>
    </message>
    <message>
        <source>the requester rated it</source>
        <translation>le demandeur l’a noté</translation>
    </message>
    <message>
        <source>somebody works on it</source>
        <translation>quelqu’un s’en occupe</translation>
    </message>
    <message>
        <source>a clock runs</source>
        <translation>un délai court</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>de … à …</translation>
    </message>
    <message>
        <source>one of both is enough</source>
        <translation>l’un des deux suffit</translation>
    </message>
    <message>
        <source>the opposite of what follows</source>
        <translation>le contraire de ce qui suit</translation>
    </message>
    <message>
        <source>both must be true</source>
        <translation>les deux doivent être vrais</translation>
    </message>
    <message>
        <source>me</source>
        <comment>in a search: whoever asks</comment>
        <translation>moi</translation>
    </message>
    <message>
        <source>none</source>
        <comment>in a search: nobody, nothing</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>goes on in another request</source>
        <translation>continue dans une autre demande</translation>
    </message>
    <message>
        <source>when you are reminded of it: &lt;2h, tomorrow, none</source>
        <translation>quand il vous est rappelé&#xa0;: &lt;2h, tomorrow, none</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Signalé par</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>not yet: it is sent when the server answers</source>
        <translation>pas encore&#xa0;: envoi dès que le serveur répond</translation>
    </message>
    <message>
        <source>Lasting id</source>
        <translation>Identifiant durable</translation>
    </message>
    <message>
        <source>Fingerprint of the content (SHA-256)</source>
        <translation>Empreinte du contenu (SHA-256)</translation>
    </message>
    <message>
        <source>Receipt of a report</source>
        <translation>Reçu d’un signalement</translation>
    </message>
    <message>
        <source>receipt-%1</source>
        <comment>a file&apos;s name: no spaces</comment>
        <translation>recu-%1</translation>
    </message>
    <message>
        <source>The fingerprint shows whether the report was changed since.</source>
        <translation>L’empreinte montre si le signalement a changé depuis.</translation>
    </message>
    <message>
        <source>This receipt is not signed by the helpdesk: what came as its signature does not fit this report.</source>
        <translation>Ce reçu n’est pas signé par le support&#xa0;: ce qui est arrivé comme signature ne correspond pas à ce signalement.</translation>
    </message>
    <message>
        <source>This receipt is not signed by the helpdesk: the report was not received yet. Save it again when it was.</source>
        <translation>Ce reçu n’est pas signé par le support&#xa0;: le signalement n’a pas encore été reçu. Enregistrez-le de nouveau ensuite.</translation>
    </message>
    <message>
        <source>This receipt is not signed by the helpdesk.</source>
        <translation>Ce reçu n’est pas signé par le support.</translation>
    </message>
    <message>
        <source>Signed by the server “%1” when it received the report. The signature covers the values above, not the words around them: whoever changes one of them makes it invalid.</source>
        <translation>Signé par le serveur «&#x202f;%1&#x202f;» à la réception du signalement. La signature couvre les valeurs ci-dessus, pas les mots qui les entourent&#xa0;: en modifier une la rend invalide.</translation>
    </message>
    <message>
        <source>“Received” is the time of the server&apos;s clock. “Written” is what the clock of the computer said on which the report was written.</source>
        <translation>«&#x202f;Reçu&#x202f;» est l’heure du serveur. «&#x202f;Écrit&#x202f;» est celle de l’ordinateur sur lequel le signalement a été écrit.</translation>
    </message>
    <message>
        <source>To check it, give this file as it is to your helpdesk, who run: vigie-server check-receipt FILE. Anybody who has the server&apos;s public key can do it too, also with OpenSSL; compare the fingerprint of the key with one that you have from elsewhere.</source>
        <translation>Pour le vérifier, donnez ce fichier tel quel à votre support, qui lance&#xa0;: vigie-server check-receipt FICHIER. Quiconque a la clé publique du serveur peut le faire aussi, même avec OpenSSL&#x202f;; comparez l’empreinte de la clé avec une empreinte obtenue par ailleurs.</translation>
    </message>
    <message>
        <source>The report as it is on this computer has another fingerprint: it was changed since, or this program does not know all of it.</source>
        <translation>Le signalement présent sur cet ordinateur a une autre empreinte&#xa0;: il a changé depuis, ou ce programme n’en connaît pas tout.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Fingerprint of the key (SHA-256)</source>
        <translation>Empreinte de la clé (SHA-256)</translation>
    </message>
</context>
<context>
    <name>RecipeText</name>
    <message>
        <source>whoever runs it</source>
        <translation>la personne qui la lance</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and what it becomes</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Tags on</source>
        <comment>tags that are put on</comment>
        <translation>Étiquettes mises</translation>
    </message>
    <message>
        <source>Tags off</source>
        <comment>tags that are taken off</comment>
        <translation>Étiquettes retirées</translation>
    </message>
    <message>
        <source>When a request is reported</source>
        <translation>Quand une demande est signalée</translation>
    </message>
    <message>
        <source>When its requester writes or reopens it</source>
        <translation>Quand son demandeur écrit ou la rouvre</translation>
    </message>
    <message>
        <source>When somebody at the desk does something</source>
        <translation>Quand quelqu’un de l’assistance fait quelque chose</translation>
    </message>
    <message>
        <source>As time passes, looked at every minute</source>
        <translation>Avec le temps, vérifié chaque minute</translation>
    </message>
    <message>
        <source>In … hours</source>
        <translation>Dans … heures</translation>
    </message>
    <message>
        <source>In … days</source>
        <translation>Dans … jours</translation>
    </message>
    <message>
        <source>Next working morning</source>
        <translation>Le prochain matin ouvré</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La semaine prochaine</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>Aucun rappel</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln hour(s)</source>
        <translation>
            <numerusform>dans %Ln heure</numerusform>
            <numerusform>dans %Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>dans %Ln jour</numerusform>
            <numerusform>dans %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>next working morning</source>
        <translation>le prochain matin ouvré</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>la semaine prochaine</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a reminder</comment>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>ReminderMenu</name>
    <message>
        <source>Remind me</source>
        <translation>Me le rappeler</translation>
    </message>
    <message>
        <source>Day and time…</source>
        <translation>Jour et heure…</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>Aucun rappel</translation>
    </message>
</context>
<context>
    <name>ReminderText</name>
    <message>
        <source>In one hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Cet après-midi</translation>
    </message>
    <message>
        <source>Next working morning</source>
        <translation>Le prochain matin ouvré</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La semaine prochaine</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a wish, its moment</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>woke up</source>
        <translation>réveillé</translation>
    </message>
    <message>
        <source>wakes %1</source>
        <comment>a time</comment>
        <translation>réveil %1</translation>
    </message>
    <message>
        <source>wakes %1 %2</source>
        <comment>a day, a time</comment>
        <translation>réveil %1 %2</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no reminder</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>a moment that is over</comment>
        <translation>c’était %1</translation>
    </message>
    <message>
        <source>woke up %1</source>
        <comment>a moment</comment>
        <translation>réveillé %1</translation>
    </message>
    <message>
        <source>wakes up %1</source>
        <comment>a moment</comment>
        <translation>se réveille %1</translation>
    </message>
    <message>
        <source>That is now: nothing would be left to wait for.</source>
        <translation>C’est maintenant&#xa0;: il n’y aurait plus rien à attendre.</translation>
    </message>
    <message>
        <source>“%1” is no day and time of the calendar.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un jour et une heure du calendrier.</translation>
    </message>
    <message>
        <source>That moment is over: %1.</source>
        <translation>Ce moment est passé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>That is more than two years ahead.</source>
        <translation>C’est dans plus de deux ans.</translation>
    </message>
    <message>
        <source>For example %1, 14:30, 2h or 3d.</source>
        <comment>a date and time</comment>
        <translation>Par exemple %1, 14:30, 2h ou 3j.</translation>
    </message>
</context>
<context>
    <name>ShortcutPrint</name>
    <message>
        <source>Keyboard shortcuts of Vigie</source>
        <translation>Raccourcis clavier de Vigie</translation>
    </message>
</context>
<context>
    <name>SlaText</name>
    <message>
        <source>Ownership</source>
        <comment>a clock</comment>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>First reply</source>
        <comment>a clock</comment>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>Next reply</source>
        <comment>a clock</comment>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <source>Resolution</source>
        <comment>a clock</comment>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>moins de 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a duration</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>a duration</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>a duration</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a duration</comment>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>échéance maintenant</translation>
    </message>
    <message>
        <source>stands with %1 left</source>
        <comment>a duration</comment>
        <translation>en pause, reste %1</translation>
    </message>
    <message>
        <source>kept, with %1 left</source>
        <comment>a duration</comment>
        <translation>tenu, il restait %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <comment>a duration</comment>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <comment>a duration</comment>
        <translation>manqué de %1</translation>
    </message>
    <message>
        <source>Waits for the requester</source>
        <translation>Attend le demandeur</translation>
    </message>
    <message>
        <source>%1 late since %2</source>
        <comment>a clock, a moment</comment>
        <translation>%1 en retard depuis %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a clock, the moment at which it is due</comment>
        <translation>%1&#x202f;%2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>a duration, days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>due in %1</source>
        <comment>a duration</comment>
        <translation>dû dans %1</translation>
    </message>
    <message>
        <source>%1 was due %2</source>
        <comment>a clock, a moment</comment>
        <translation>%1&#xa0;: l’échéance était %2</translation>
    </message>
    <message>
        <source>%1 is due %2</source>
        <comment>a clock, a moment</comment>
        <translation>%1&#xa0;: échéance %2</translation>
    </message>
    <message>
        <source>waiting for the requester</source>
        <translation>en attente du demandeur</translation>
    </message>
    <message>
        <source>waiting for the vendor</source>
        <translation>en attente du fournisseur</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>planifié</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Temps ouvré</translation>
    </message>
    <message>
        <source>Working time (%1 does not stop it)</source>
        <comment>a reason</comment>
        <translation>Temps ouvré («&#x202f;%1&#x202f;» ne l’arrête pas)</translation>
    </message>
    <message>
        <source>Outside of working hours</source>
        <translation>En dehors des heures ouvrées</translation>
    </message>
    <message>
        <source>Outside of working hours, with a holiday</source>
        <translation>En dehors des heures ouvrées, avec un jour férié</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <comment>a reason</comment>
        <translation>En pause&#xa0;: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days of the week</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>working hours, a time zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln holiday(s)</source>
        <translation>
            <numerusform>%1, %Ln jour férié</numerusform>
            <numerusform>%1, %Ln jours fériés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of working time</source>
        <comment>a duration</comment>
        <translation>%1 de temps ouvré</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a contract, a duration</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>SortText</name>
    <message>
        <source>Last change first</source>
        <translation>Dernier changement d’abord</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Échéance la plus proche d’abord</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Le plus urgent d’abord</translation>
    </message>
    <message>
        <source>Newest request first</source>
        <translation>Demande la plus récente d’abord</translation>
    </message>
    <message>
        <source>Highest number first</source>
        <translation>Numéro le plus élevé d’abord</translation>
    </message>
    <message>
        <source>Next reminder first</source>
        <translation>Prochain rappel d’abord</translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Exchanging…</source>
        <translation>Échange en cours…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Comparing with the server…</source>
        <translation>Comparaison avec le serveur…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being checked</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln en cours de vérification</numerusform>
            <numerusform>%Ln en cours de vérification</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%Ln a besoin de vous</numerusform>
            <numerusform>%Ln ont besoin de vous</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>a time</comment>
        <translation>état&#xa0;: %1</translation>
    </message>
    <message>
        <source>Vigie is looking for the server.</source>
        <translation>Vigie cherche le serveur.</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>Connecté au serveur.</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation>Prochain essai&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Last contact: %1.</source>
        <translation>Dernier contact&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>Error message</source>
        <translation>Message d’erreur</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Just before</source>
        <translation>Juste avant</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Qui est touché</translation>
    </message>
    <message>
        <source>People hit</source>
        <translation>Personnes touchées</translation>
    </message>
    <message>
        <source>Show the whole message</source>
        <translation>Afficher tout le message</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Call · internal</source>
        <translation>Appel · interne</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>A besoin de vous</translation>
    </message>
    <message>
        <source>Cannot be done</source>
        <translation>Ce qui est impossible</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a number, who wrote or what happened there</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>il y a %Ln min</numerusform>
            <numerusform>il y a %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>il y a %Ln h</numerusform>
            <numerusform>il y a %Ln h</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>time of day</comment>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>time of day</comment>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>now</source>
        <comment>as short as possible: a moment ago</comment>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>as short as possible: minutes ago</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration</comment>
        <translation>dans %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln seconde</numerusform>
            <numerusform>%Ln secondes</numerusform>
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
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, a time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>time of day</comment>
        <translation>demain %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day, a time of day</comment>
        <translation>%1&#x202f;%2</translation>
    </message>
</context>
<context>
    <name>WorkText</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 took back %2 of work</source>
        <comment>a person, a time</comment>
        <translation>%1 a retiré %2 de travail</translation>
    </message>
    <message>
        <source>%1 worked %2 on it (%3)</source>
        <comment>a person, a time, a day</comment>
        <translation>%1 y a travaillé %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened and what for</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Time worked: take back %1</source>
        <translation>Temps passé&#xa0;: retirer %1</translation>
    </message>
    <message>
        <source>Time worked: %1</source>
        <translation>Temps passé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::AgentScreen</name>
    <message>
        <source>This is the list&apos;s own tab; it stays.</source>
        <translation>C’est l’onglet de la liste&#x202f;; il reste.</translation>
    </message>
    <message>
        <source>Open in a tab</source>
        <translation>Ouvrir dans un onglet</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>One ticket is written to in one place only, so that nothing is overwritten.</source>
        <translation>On n’écrit dans un ticket qu’à un seul endroit, pour que rien ne soit écrasé.</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Fermer l’onglet</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Onglet suivant</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Onglet précédent</translation>
    </message>
    <message>
        <source>List above the conversation, or beside it</source>
        <translation>Liste au-dessus de la conversation, ou à côté</translation>
    </message>
    <message>
        <source>Arrange all lists like this one</source>
        <translation>Disposer toutes les listes comme celle-ci</translation>
    </message>
    <message>
        <source>After an answer: stay</source>
        <translation>Après une réponse&#xa0;: rester</translation>
    </message>
    <message>
        <source>After an answer: close the tab or window</source>
        <translation>Après une réponse&#xa0;: fermer l’onglet ou la fenêtre</translation>
    </message>
    <message>
        <source>After an answer: close it if the ticket is closed</source>
        <translation>Après une réponse&#xa0;: fermer si le ticket est clos</translation>
    </message>
    <message>
        <source>After an answer: next ticket of the list</source>
        <translation>Après une réponse&#xa0;: ticket suivant de la liste</translation>
    </message>
    <message>
        <source>All lists stand above the conversation now.</source>
        <translation>Toutes les listes sont maintenant au-dessus de la conversation.</translation>
    </message>
    <message>
        <source>All lists stand beside the conversation now.</source>
        <translation>Toutes les listes sont maintenant à côté de la conversation.</translation>
    </message>
    <message>
        <source>Rules of the desk…</source>
        <translation>Règles de l’assistance…</translation>
    </message>
    <message>
        <source>Show colleagues what I am looking at</source>
        <translation>Montrer à mes collègues ce que je consulte</translation>
    </message>
    <message>
        <source>Where tickets go back and forth…</source>
        <translation>Où les tickets font des allers-retours…</translation>
    </message>
</context>
<context>
    <name>vigie::AnnotateText</name>
    <message>
        <source>Select and move</source>
        <translation>Sélectionner et déplacer</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>Main levée</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>Surligneur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Call-out</source>
        <translation>Bulle</translation>
    </message>
    <message>
        <source>Numbered step</source>
        <translation>Étape numérotée</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Projecteur</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Click to select, drag to move. Shift keeps the direction, Alt turns snapping off.</source>
        <translation>Cliquez pour sélectionner, tirez pour déplacer. Maj garde la direction, Alt désactive l’aimantation.</translation>
    </message>
    <message>
        <source>Drag from the tail to the tip. Shift keeps steps of 15°.</source>
        <translation>Tirez de la queue à la pointe. Maj garde des pas de 15°.</translation>
    </message>
    <message>
        <source>Drag from end to end. Shift keeps steps of 15°.</source>
        <translation>Tirez d’un bout à l’autre. Maj garde des pas de 15°.</translation>
    </message>
    <message>
        <source>Drag across the place. Shift makes it even, Ctrl starts from the centre.</source>
        <translation>Tirez en travers de l’endroit. Maj égalise les côtés, Ctrl part du centre.</translation>
    </message>
    <message>
        <source>Draw with the button held down.</source>
        <translation>Dessinez en gardant le bouton enfoncé.</translation>
    </message>
    <message>
        <source>Draw over the words. Shift keeps the line straight.</source>
        <translation>Passez sur les mots. Maj garde la ligne droite.</translation>
    </message>
    <message>
        <source>Click where the words should stand, or drag their width.</source>
        <translation>Cliquez où le texte doit se trouver, ou tirez sa largeur.</translation>
    </message>
    <message>
        <source>Drag from the thing to where the words should stand.</source>
        <translation>Tirez de l’objet jusqu’à l’endroit du texte.</translation>
    </message>
    <message>
        <source>Click to place the next number; drag to point with it. Enter adds words.</source>
        <translation>Cliquez pour poser le numéro suivant&#x202f;; tirez pour le faire pointer. Entrée ajoute du texte.</translation>
    </message>
    <message>
        <source>Drag over what nobody may see. It is destroyed in what you send; nobody can bring it back.</source>
        <translation>Tirez sur ce que personne ne doit voir. C’est détruit dans ce que vous envoyez&#x202f;; personne ne peut le retrouver.</translation>
    </message>
    <message>
        <source>Drag over what matters; the rest is dimmed.</source>
        <translation>Tirez sur ce qui compte&#x202f;; le reste est assombri.</translation>
    </message>
    <message>
        <source>Drag over a small place to show it enlarged.</source>
        <translation>Tirez sur un petit endroit pour le montrer agrandi.</translation>
    </message>
    <message>
        <source>Drag over what should remain. The rest is cut off in what you send.</source>
        <translation>Tirez sur ce qui doit rester. Le reste est coupé dans ce que vous envoyez.</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Texte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Call-out: %1</source>
        <translation>Bulle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Step %L1</source>
        <translation>Étape %L1</translation>
    </message>
    <message>
        <source>Step %L1: %2</source>
        <translation>Étape %L1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Masquage</translation>
    </message>
    <message>
        <source>Redaction: %1</source>
        <translation>Masquage&#xa0;: %1</translation>
    </message>
    <message>
        <source>Made by a newer Vigie</source>
        <translation>Fait par un Vigie plus récent</translation>
    </message>
    <message>
        <source>Draw arrow</source>
        <translation>Dessiner une flèche</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>Dessiner un trait</translation>
    </message>
    <message>
        <source>Draw box</source>
        <translation>Dessiner un cadre</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>Dessiner une ellipse</translation>
    </message>
    <message>
        <source>Draw by hand</source>
        <translation>Dessiner à la main</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Surligner</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>Écrire un texte</translation>
    </message>
    <message>
        <source>Write call-out</source>
        <translation>Écrire une bulle</translation>
    </message>
    <message>
        <source>Place step</source>
        <translation>Poser une étape</translation>
    </message>
    <message>
        <source>Set spotlight</source>
        <translation>Poser un projecteur</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Blur, for looks</source>
        <translation>Flou, pour la forme</translation>
    </message>
    <message>
        <source>Drag over what only distracts: it becomes a soft patch of the colours around. For secrets use Redact.</source>
        <translation>Glissez sur ce qui ne fait que distraire&#xa0;: cela devient une tache douce aux couleurs d’alentour. Pour les secrets, utilisez Masquer.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flouter</translation>
    </message>
</context>
<context>
    <name>vigie::AnnotateWindow</name>
    <message>
        <source>Mark up the picture</source>
        <translation>Annoter l’image</translation>
    </message>
    <message>
        <source>Mark up %1</source>
        <translation>Annoter %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Rétablir (Ctrl+Maj+Z)</translation>
    </message>
    <message>
        <source>Bring to front (Ctrl+])</source>
        <translation>Mettre devant (Ctrl+])</translation>
    </message>
    <message>
        <source>Send to back (Ctrl+[)</source>
        <translation>Mettre derrière (Ctrl+[)</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>Dupliquer (Ctrl+D)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Supprimer (Suppr)</translation>
    </message>
    <message>
        <source>Hold to see the picture without annotations</source>
        <translation>Maintenir pour voir l’image sans annotations</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Plus petit (Ctrl+-)</translation>
    </message>
    <message>
        <source>Pixel by pixel (Ctrl+1)</source>
        <translation>Pixel par pixel (Ctrl+1)</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <comment>how large the picture is shown</comment>
        <translation>%L1&#x202f;%</translation>
    </message>
    <message>
        <source>Shown at %L1 percent</source>
        <translation>Montré à %L1 pour cent</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Plus grand (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit the window (Ctrl+0)</source>
        <translation>Ajuster à la fenêtre (Ctrl+0)</translation>
    </message>
    <message>
        <source>Copy the picture, as it would be sent</source>
        <translation>Copier l’image telle qu’elle serait envoyée</translation>
    </message>
    <message>
        <source>Save the picture, as it would be sent…</source>
        <translation>Enregistrer l’image telle qu’elle serait envoyée…</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>For those who cannot see it</source>
        <translation>Pour qui ne peut pas la voir</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Épaisseur</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Select again after drawing one thing</source>
        <translation>Revenir à la sélection après chaque tracé</translation>
    </message>
    <message>
        <source>Take the picture again</source>
        <translation>Reprendre l’image</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Copy the text in the picture</source>
        <translation>Copier le texte de l’image</translation>
    </message>
    <message>
        <source>The picture is still being read. Try again in a moment.</source>
        <translation>L’image est encore en cours de lecture. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>No text was recognised there.</source>
        <translation>Aucun texte n’a été reconnu à cet endroit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of text copied. Read them before you use them: machines misread.</source>
        <translation>
            <numerusform>%Ln ligne de texte copiée. Relisez-la avant de l’utiliser&#xa0;: une machine lit parfois mal.</numerusform>
            <numerusform>%Ln lignes de texte copiées. Relisez-les avant de les utiliser&#xa0;: une machine lit parfois mal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::AnnotationCanvas</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Mettre devant</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Mettre derrière</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Words of the annotation</source>
        <translation>Texte de l’annotation</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Redimensionner</translation>
    </message>
    <message>
        <source>Picture with annotations</source>
        <translation>Image avec annotations</translation>
    </message>
    <message>
        <source>The list beside it holds the same annotations.</source>
        <translation>La liste à côté contient les mêmes annotations.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
</context>
<context>
    <name>vigie::AnnotationList</name>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>%1, at %L2 across and %L3 down</source>
        <translation>%1, à %L2 en largeur et %L3 en hauteur</translation>
    </message>
</context>
<context>
    <name>vigie::Application</name>
    <message>
        <source>Sign in – Vigie</source>
        <translation>Connexion – Vigie</translation>
    </message>
    <message>
        <source>You work without being signed in: everything is kept on this computer and exchanged when you sign in.</source>
        <translation>Vous travaillez sans être connecté&#xa0;: tout est conservé sur cet ordinateur et sera échangé quand vous vous connecterez.</translation>
    </message>
    <message>
        <source>Vigie did not end properly last time. What you wrote was saved; open drafts are where you left them.</source>
        <translation>Vigie ne s’est pas terminé normalement la dernière fois. Ce que vous avez écrit a été enregistré&#x202f;; vos brouillons sont là où vous les aviez laissés.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Se déconnecter&#x202f;?</translation>
    </message>
    <message>
        <source>Vigie forgets your sign-in on this computer. What you wrote stays here and is sent after the next sign-in.</source>
        <translation>Vigie oublie votre connexion sur cet ordinateur. Ce que vous avez écrit reste ici et sera envoyé après la prochaine connexion.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Vigie goes on in the background</source>
        <translation>Vigie continue en arrière-plan</translation>
    </message>
    <message>
        <source>It keeps exchanging and tells you about answers. Quit it from its icon in the tray.</source>
        <translation>Il poursuit les échanges et vous prévient des réponses. Quittez-le depuis son icône dans la zone de notification.</translation>
    </message>
    <message>
        <source>The password file cannot be read.</source>
        <translation>Le fichier du mot de passe est illisible.</translation>
    </message>
    <message>
        <source>No recording is on. Begin one with “Record steps…”.</source>
        <translation>Aucun enregistrement en cours. Commencez-en un avec «&#x202f;Enregistrer des étapes…&#x202f;».</translation>
    </message>
    <message>
        <source>Your answer could not be kept: “%1”. Please write it again here.</source>
        <translation>Votre réponse n’a pas pu être conservée&#xa0;: «&#x202f;%1&#x202f;». Écrivez-la de nouveau ici, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>vigie::ArrangeMenu</name>
    <message>
        <source>Arrange</source>
        <translation>Disposer</translation>
    </message>
    <message>
        <source>Left edges in line</source>
        <translation>Bords gauches alignés</translation>
    </message>
    <message>
        <source>Centres in one column</source>
        <translation>Centres en colonne</translation>
    </message>
    <message>
        <source>Right edges in line</source>
        <translation>Bords droits alignés</translation>
    </message>
    <message>
        <source>Upper edges in line</source>
        <translation>Bords supérieurs alignés</translation>
    </message>
    <message>
        <source>Middles in one row</source>
        <translation>Milieux en ligne</translation>
    </message>
    <message>
        <source>Lower edges in line</source>
        <translation>Bords inférieurs alignés</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>Écarts égaux en largeur</translation>
    </message>
    <message>
        <source>Equal gaps downwards</source>
        <translation>Écarts égaux en hauteur</translation>
    </message>
</context>
<context>
    <name>vigie::AttachmentStrip</name>
    <message>
        <source>Picture %1.png</source>
        <comment>a pasted picture with date and time</comment>
        <translation>Image %1.png</translation>
    </message>
    <message>
        <source>copying…</source>
        <translation>copie…</translation>
    </message>
</context>
<context>
    <name>vigie::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>vigie::BounceWindow</name>
    <message>
        <source>Show the tickets</source>
        <translation>Montrer les tickets</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Allers-retours</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Ways on which tickets came back</source>
        <translation>Chemins par lesquels des tickets sont revenus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Where tickets go back and forth</source>
        <translation>Où les tickets font des allers-retours</translation>
    </message>
    <message>
        <source>Counting… %L1 of %L2</source>
        <translation>Comptage… %L1 sur %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>away for %1 on average</source>
        <translation>parti %1 en moyenne</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a way and what it costs</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Of the last %Ln ticket(s) on this computer,</source>
        <translation>
            <numerusform>Du dernier ticket de cet ordinateur,</numerusform>
            <numerusform>Des %Ln derniers tickets de cet ordinateur,</numerusform>
        </translation>
    </message>
    <message>
        <source>none came back.</source>
        <translation>aucun n’est revenu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln came back at least once. What costs the most time stands first.</source>
        <translation>
            <numerusform>%Ln est revenu au moins une fois. Ce qui coûte le plus de temps vient en premier.</numerusform>
            <numerusform>%Ln sont revenus au moins une fois. Ce qui coûte le plus de temps vient en premier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Way	Times	Tickets	Away on average</source>
        <comment>heads of columns, tabs between</comment>
        <translation>Chemin	Fois	Tickets	Absence moyenne</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
</context>
<context>
    <name>vigie::BulkPage</name>
    <message>
        <source>%1 × %2</source>
        <comment>how many of what</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Effacer les marques</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation>File&#xa0;: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité&#xa0;: %1</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Ajouter des étiquettes…</translation>
    </message>
    <message>
        <source>Remove tags…</source>
        <translation>Retirer des étiquettes…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) marked</source>
        <translation>
            <numerusform>%Ln ticket marqué</numerusform>
            <numerusform>%Ln tickets marqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln of this list</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>Marquer tous les %Ln de cette liste</numerusform>
            <numerusform>Marquer tous les %Ln de cette liste</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>State: %1
Owner: %2</source>
        <comment>counted parts of marked tickets</comment>
        <translation>État&#xa0;: %1
Responsable&#xa0;: %2</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Moi (%1)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>That is done to one ticket at a time. Clear the marks first.</source>
        <translation>Cela se fait un ticket à la fois. Effacez d’abord les marques.</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Responsable&#xa0;: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Ajouter des étiquettes</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Retirer des étiquettes</translation>
    </message>
    <message>
        <source>One or several, with commas between them.</source>
        <translation>Une ou plusieurs, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Tags added: %1</source>
        <translation>Étiquettes ajoutées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tags removed: %1</source>
        <translation>Étiquettes retirées&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln modifié</numerusform>
            <numerusform>%Ln modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were so already</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln l’était déjà</numerusform>
            <numerusform>%Ln l’étaient déjà</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, counted results</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed as they are: %1</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%Ln est resté tel quel&#xa0;: %1</numerusform>
            <numerusform>%Ln sont restés tels quels&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) are being changed…</source>
        <translation>
            <numerusform>%Ln ticket est en cours de modification…</numerusform>
            <numerusform>%Ln tickets sont en cours de modification…</numerusform>
        </translation>
    </message>
    <message>
        <source>what is closed can only be opened again.</source>
        <translation>ce qui est clos ne peut qu’être rouvert.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Macro…</source>
        <translation>Macro…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Rappel&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::BusNotifier</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
</context>
<context>
    <name>vigie::CannedTextDialog</name>
    <message>
        <source>Save canned text</source>
        <translation>Enregistrer le texte type</translation>
    </message>
    <message>
        <source>New canned text</source>
        <translation>Nouveau texte type</translation>
    </message>
    <message>
        <source>Change the canned text</source>
        <translation>Modifier le texte type</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write “::” and this word in a reply or note.</source>
        <translation>Écrivez «&#x202f;::&#x202f;» et ce mot dans une réponse ou une note.</translation>
    </message>
    <message>
        <source>%1, %2, %3 and %4 are filled in by Vigie. Anything else in double braces, such as %5, is marked for you to fill in.</source>
        <translation>Vigie remplit %1, %2, %3 et %4. Tout autre mot entre doubles accolades, comme %5, est sélectionné pour que vous le complétiez.</translation>
    </message>
    <message>
        <source>{{date}}</source>
        <translation>{{date}}</translation>
    </message>
    <message>
        <source>The text has more than %L1 characters. Make it shorter, or two of it.</source>
        <translation>Le texte a plus de %L1 caractères. Raccourcissez-le, ou faites-en deux.</translation>
    </message>
    <message>
        <source>A keyword begins with a letter and has no spaces: letters, digits, “-”, “_” and “.”.</source>
        <translation>Un mot-clé commence par une lettre et n’a pas d’espace&#xa0;: lettres, chiffres, «&#x202f;-&#x202f;», «&#x202f;_&#x202f;» et «&#x202f;.&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” has this keyword already. Choose another one.</source>
        <translation>«&#x202f;%1&#x202f;» a déjà ce mot-clé. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The canned text is not saved. %1</source>
        <translation>Le texte type n’est pas enregistré. %1</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer&#x202f;?</translation>
    </message>
    <message>
        <source>What you wrote in this window goes. Canned texts that are saved stay.</source>
        <translation>Ce que vous avez écrit dans cette fenêtre sera perdu. Les textes types enregistrés restent.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>vigie::CannedTextList</name>
    <message>
        <source>Search your canned texts</source>
        <translation>Rechercher dans vos textes types</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Canned texts</source>
        <translation>Textes types</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1, keyword %2</source>
        <translation>%1, mot-clé %2</translation>
    </message>
    <message>
        <source>There is none yet. Write one here, or mark words in a reply and choose “Save as canned text”.</source>
        <translation>Il n’y en a pas encore. Écrivez-en un ici, ou sélectionnez des mots dans une réponse et choisissez «&#x202f;Enregistrer comme texte type&#x202f;».</translation>
    </message>
    <message>
        <source>None of them has these words.</source>
        <translation>Aucun ne contient ces mots.</translation>
    </message>
    <message>
        <source>Delete the canned text “%1”?</source>
        <translation>Supprimer le texte type «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>It cannot be brought back. Messages that were written with it stay.</source>
        <translation>Il ne peut pas être récupéré. Les messages écrits avec lui restent.</translation>
    </message>
    <message>
        <source>Delete canned text</source>
        <translation>Supprimer le texte type</translation>
    </message>
    <message>
        <source>The canned text is still there</source>
        <translation>Le texte type est toujours là</translation>
    </message>
</context>
<context>
    <name>vigie::CaptureMenu</name>
    <message numerus="yes">
        <source>In %Ln second(s)</source>
        <translation>
            <numerusform>Dans %Ln seconde</numerusform>
            <numerusform>Dans %Ln secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Region…</source>
        <translation>Zone…</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation>Fenêtre au premier plan</translation>
    </message>
    <message>
        <source>With the mouse pointer</source>
        <translation>Avec le pointeur de la souris</translation>
    </message>
</context>
<context>
    <name>vigie::ClockSheet</name>
    <message>
        <source>Clocks of this ticket</source>
        <translation>Délais de ce ticket</translation>
    </message>
    <message>
        <source>Nothing is agreed on about times for this ticket.</source>
        <translation>Aucun délai n’est convenu pour ce ticket.</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>when a clock began</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <comment>when a clock ended</comment>
        <translation>terminé %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>when a clock is due</comment>
        <translation>échéance %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a moment to another one</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Counted until it is due: %1 of %2</source>
        <comment>working times</comment>
        <translation>Compté jusqu’à l’échéance&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Counted so far: %1 of %2</source>
        <comment>working times</comment>
        <translation>Compté jusqu’ici&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Working hours: %1</source>
        <translation>Heures ouvrées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Working hours of “%1”: %2</source>
        <translation>Heures ouvrées de «&#x202f;%1&#x202f;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>The working hours that were agreed on are not known on this computer. The due time is the server&apos;s.</source>
        <translation>Les heures ouvrées convenues ne sont pas connues sur cet ordinateur. L’échéance est celle du serveur.</translation>
    </message>
</context>
<context>
    <name>vigie::CommandPalette</name>
    <message>
        <source>Type a command, or a number to open a request</source>
        <translation>Tapez une commande, ou un numéro pour ouvrir une demande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Open request #%1</source>
        <translation>Ouvrir la demande nº %1</translation>
    </message>
</context>
<context>
    <name>vigie::CommandRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a command and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vigie::CompanyStrip</name>
    <message>
        <source>Take it</source>
        <translation>Le prendre</translation>
    </message>
    <message>
        <source>Take it (%1)</source>
        <comment>a key</comment>
        <translation>Le prendre (%1)</translation>
    </message>
    <message>
        <source>Nobody has taken this ticket yet.</source>
        <translation>Personne n’a encore pris ce ticket.</translation>
    </message>
</context>
<context>
    <name>vigie::CompareWindow</name>
    <message>
        <source>%1 and %2</source>
        <comment>two pictures that are compared</comment>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>Façon de comparer</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1 seule</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>%1 is on the left of the line, %2 on the right. Drag the line, or move it with the arrow keys.</source>
        <translation>%1 est à gauche de la ligne, %2 à droite. Tirez la ligne, ou déplacez-la avec les flèches.</translation>
    </message>
    <message>
        <source>What is the same is grey, what differs is red.</source>
        <translation>Ce qui est pareil est gris, ce qui diffère est rouge.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>vigie::Composer</name>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Send and…</source>
        <translation>Envoyer et…</translation>
    </message>
    <message>
        <source>For colleagues only: what you found, tried, know.</source>
        <translation>Entre collègues seulement&#xa0;: ce que vous avez trouvé, essayé, ce que vous savez.</translation>
    </message>
    <message>
        <source>Internal note, only colleagues read this</source>
        <translation>Note interne, lue par les collègues seulement</translation>
    </message>
    <message>
        <source>Switch between internal and public</source>
        <translation>Basculer entre interne et public</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and open the next ticket</source>
        <translation>Envoyer et ouvrir le ticket suivant</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>Envoyer et résoudre</translation>
    </message>
    <message>
        <source>Send and wait for %1</source>
        <translation>Envoyer et attendre %1</translation>
    </message>
    <message>
        <source>Add and resolve</source>
        <translation>Ajouter et résoudre</translation>
    </message>
    <message>
        <source>Add and wait for a supplier</source>
        <translation>Ajouter et attendre un fournisseur</translation>
    </message>
    <message>
        <source>Add and open the next ticket</source>
        <translation>Ajouter et ouvrir le ticket suivant</translation>
    </message>
    <message>
        <source>the requester</source>
        <translation>le demandeur</translation>
    </message>
    <message>
        <source>Show this note to %1?</source>
        <translation>Montrer cette note à %1&#x202f;?</translation>
    </message>
    <message>
        <source>The note is internal. Move its words into a reply that %1 will read? If not, the note stays internal and the reply starts empty.</source>
        <translation>Cette note est interne. Déplacer son texte dans une réponse que %1 lira&#x202f;? Sinon, la note reste interne et la réponse commence vide.</translation>
    </message>
    <message>
        <source>Move into the reply</source>
        <translation>Déplacer dans la réponse</translation>
    </message>
    <message>
        <source>Only colleagues read this</source>
        <translation>Seuls les collègues lisent ceci</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Écrire à %1</translation>
    </message>
    <message>
        <source>%1 (draft)</source>
        <translation>%1 (brouillon)</translation>
    </message>
    <message>
        <source>The message is too long</source>
        <translation>Le message est trop long</translation>
    </message>
    <message>
        <source>It has more than %L1 characters. Attach the long part as a file; nothing was sent and your words are still here.</source>
        <translation>Il compte plus de %L1 caractères. Joignez la partie longue en fichier&#x202f;; rien n’a été envoyé et votre texte est toujours là.</translation>
    </message>
    <message>
        <source>Take a picture of the screen</source>
        <translation>Prendre une capture d’écran</translation>
    </message>
    <message>
        <source>Canned texts…</source>
        <translation>Textes types…</translation>
    </message>
    <message>
        <source>Next misspelled word</source>
        <translation>Mot mal orthographié suivant</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a command, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Lien web</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Only colleagues read this (%1)</source>
        <comment>the keys that send</comment>
        <translation>Seuls vos collègues lisent cette note (%1)</translation>
    </message>
    <message>
        <source>Reply: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>Send it with %1 in it?</source>
        <translation>Envoyer avec %1 dedans&#x202f;?</translation>
    </message>
    <message>
        <source>This place of a canned text is still empty. %1 will read it as it stands.</source>
        <translation>Cet endroit d’un texte type est encore vide. %1 le lira tel quel.</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Envoyer tel quel</translation>
    </message>
</context>
<context>
    <name>vigie::ContactCard</name>
    <message>
        <source>The helpdesk</source>
        <translation>Le support</translation>
    </message>
    <message>
        <source>Your contact&apos;s name appears here once the report has arrived.</source>
        <translation>Le nom de votre interlocuteur apparaîtra ici quand le signalement sera arrivé.</translation>
    </message>
    <message>
        <source>Somebody will take care of it soon; you will see their name here.</source>
        <translation>Quelqu’un va bientôt s’en charger&#x202f;; vous verrez son nom ici.</translation>
    </message>
    <message>
        <source>Your contact for this request · last change %1</source>
        <translation>Votre interlocuteur pour cette demande · dernier changement %1</translation>
    </message>
</context>
<context>
    <name>vigie::ContextPanel</name>
    <message>
        <source>Agreed times</source>
        <translation>Délais convenus</translation>
    </message>
    <message>
        <source>Other tickets</source>
        <translation>Autres tickets</translation>
    </message>
    <message>
        <source>About the requester and the ticket</source>
        <translation>À propos du demandeur et du ticket</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>No clock runs</source>
        <translation>Aucun délai en cours</translation>
    </message>
    <message>
        <source>%1, %2; Enter shows all clocks</source>
        <comment>next due time, how it was agreed on</comment>
        <translation>%1, %2&#x202f;; Entrée affiche tous les délais</translation>
    </message>
    <message>
        <source>Asked for nothing else so far.</source>
        <translation>N’a rien demandé d’autre jusqu’ici.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Tout afficher (%1)</translation>
    </message>
</context>
<context>
    <name>vigie::ContextRelations</name>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Watchers</source>
        <translation>Observateurs</translation>
    </message>
    <message>
        <source>Leads to no other ticket.</source>
        <translation>Ne mène à aucun autre ticket.</translation>
    </message>
    <message>
        <source>Nobody else follows this ticket.</source>
        <translation>Personne d’autre ne suit ce ticket.</translation>
    </message>
    <message>
        <source>Link to another ticket</source>
        <translation>Lier à un autre ticket</translation>
    </message>
    <message>
        <source>Add a watcher</source>
        <translation>Ajouter un observateur</translation>
    </message>
    <message>
        <source>Somebody unknown here</source>
        <translation>Quelqu’un d’inconnu ici</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Remove the watcher</source>
        <translation>Retirer l’observateur</translation>
    </message>
</context>
<context>
    <name>vigie::ContextSection</name>
    <message>
        <source>%1  %2</source>
        <comment>a heading and how many things are below it</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Unfolded; Enter folds it</source>
        <translation>Déplié&#x202f;; Entrée replie</translation>
    </message>
    <message>
        <source>Folded; Enter unfolds it</source>
        <translation>Replié&#x202f;; Entrée déplie</translation>
    </message>
</context>
<context>
    <name>vigie::CountdownWindow</name>
    <message>
        <source>The picture is taken soon</source>
        <translation>L’image sera bientôt prise</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>The picture is taken in %Ln second(s)</source>
        <translation>
            <numerusform>L’image sera prise dans %Ln seconde</numerusform>
            <numerusform>L’image sera prise dans %Ln secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::CustomRows</name>
    <message>
        <source>Custom field</source>
        <translation>Champ personnalisé</translation>
    </message>
    <message>
        <source>Set another custom field</source>
        <translation>Définir un autre champ personnalisé</translation>
    </message>
    <message>
        <source>Name of the custom field</source>
        <translation>Nom du champ personnalisé</translation>
    </message>
    <message>
        <source>Name, like Room</source>
        <translation>Nom, par exemple Bureau</translation>
    </message>
    <message>
        <source>Value of the custom field</source>
        <translation>Valeur du champ personnalisé</translation>
    </message>
    <message>
        <source>Value; empty takes it away</source>
        <translation>Valeur&#x202f;; vide, le champ disparaît</translation>
    </message>
    <message>
        <source>Do not set this custom field</source>
        <translation>Ne pas définir ce champ personnalisé</translation>
    </message>
    <message>
        <source>A custom field has a value and no name. Give it one, or take it out.</source>
        <translation>Un champ personnalisé a une valeur sans nom. Donnez-lui un nom ou retirez-le.</translation>
    </message>
    <message>
        <source>The custom field “%1” is set twice. Choose one.</source>
        <translation>Le champ personnalisé «&#x202f;%1&#x202f;» est défini deux fois. Choisissez-en un.</translation>
    </message>
</context>
<context>
    <name>vigie::DraftHeap</name>
    <message>
        <source>Not finished</source>
        <translation>Non terminés</translation>
    </message>
    <message>
        <source>What you began to write. Nobody else sees it.</source>
        <translation>Ce que vous avez commencé à écrire. Personne d’autre ne le voit.</translation>
    </message>
    <message>
        <source>A new report</source>
        <translation>Un nouveau signalement</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Signalement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Internal note: %1</source>
        <translation>Note interne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>a request that is not on this computer any more</source>
        <translation>une demande qui n’est plus sur cet ordinateur</translation>
    </message>
    <message>
        <source>Escalation: %1</source>
        <translation>Escalade&#xa0;: %1</translation>
    </message>
    <message>
        <source>Handing back: %1</source>
        <translation>Renvoi&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::DraftSheet</name>
    <message>
        <source>These words are kept in this window only. %1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>Ces mots ne sont conservés que dans cette fenêtre. %1 %2</translation>
    </message>
</context>
<context>
    <name>vigie::EffectPicker</name>
    <message>
        <source>e.g. print, sign in, invoice: type or choose</source>
        <translation>p. ex. imprimer, se connecter, facturer&#xa0;: tapez ou choisissez</translation>
    </message>
    <message>
        <source>What can you not do any more? (optional)</source>
        <translation>Que ne pouvez-vous plus faire&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>vigie::EscalateSheet</name>
    <message>
        <source>To which level</source>
        <translation>Vers quel niveau</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Rebuild from the ticket</source>
        <translation>Refaire à partir du ticket</translation>
    </message>
    <message>
        <source>Close; your words are kept</source>
        <translation>Fermer&#x202f;; votre texte est conservé</translation>
    </message>
    <message>
        <source>Why? In your own words (may stay empty)</source>
        <translation>Pourquoi&#x202f;? Avec vos mots (facultatif)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Hand-over note, only colleagues read it</source>
        <translation>Note de transmission, seuls vos collègues la lisent</translation>
    </message>
    <message>
        <source>What the next people need to know (may stay empty)</source>
        <translation>Ce que les suivants doivent savoir (facultatif)</translation>
    </message>
    <message>
        <source>Hand %1 back</source>
        <translation>Renvoyer %1</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>Escalader %1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a level</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>from %1 · %2</source>
        <comment>a level, a queue</comment>
        <translation>depuis %1 · %2</translation>
    </message>
    <message>
        <source>Hand back to %1</source>
        <translation>Renvoyer au %1</translation>
    </message>
    <message>
        <source>Escalate to %1</source>
        <translation>Escalader au %1</translation>
    </message>
    <message>
        <source>Hand-over note · only colleagues read it</source>
        <translation>Note de transmission · seuls vos collègues la lisent</translation>
    </message>
    <message>
        <source>The requester keeps the same contact and sees none of this.</source>
        <translation>Le demandeur garde le même interlocuteur et ne voit rien de tout cela.</translation>
    </message>
    <message>
        <source>You do not work in this queue: the ticket leaves your lists. The requester keeps the same contact.</source>
        <translation>Vous ne travaillez pas dans cette file&#xa0;: le ticket quittera vos listes. Le demandeur garde le même interlocuteur.</translation>
    </message>
</context>
<context>
    <name>vigie::ExpectedPanel</name>
    <message>
        <source>What is expected of the desk&apos;s rules</source>
        <translation>Ce qui est attendu des règles de l’assistance</translation>
    </message>
    <message>
        <source>Expected from the desk&apos;s rules</source>
        <translation>Attendu des règles de l’assistance</translation>
    </message>
    <message>
        <source>The report is not at the server yet. When it arrives, its rules are expected to do this; nothing of it is done here.</source>
        <translation>Le signalement n’est pas encore arrivé au serveur. À son arrivée, les règles devraient faire ceci&#x202f;; rien n’en est fait ici.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other change(s)</source>
        <translation>
            <numerusform>et %Ln autre changement</numerusform>
            <numerusform>et %Ln autres changements</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <comment>names of rules, with commas</comment>
        <translation>Règles&#xa0;: %1</translation>
    </message>
    <message>
        <source>An automatic reply</source>
        <translation>Une réponse automatique</translation>
    </message>
    <message>
        <source>An internal note</source>
        <translation>Une note interne</translation>
    </message>
</context>
<context>
    <name>vigie::FacetBar</name>
    <message>
        <source>Narrow down what was found</source>
        <translation>Affiner les résultats</translation>
    </message>
    <message>
        <source>Narrow down: %1</source>
        <translation>Affiner&#xa0;: %1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus ancien</translation>
    </message>
</context>
<context>
    <name>vigie::FactsPanel</name>
    <message>
        <source>They spare the first questions. Only what is ticked is sent; your choice is kept for the next report.</source>
        <translation>Ils épargnent les premières questions. Seul ce qui est coché est envoyé&#x202f;; votre choix est gardé pour la prochaine fois.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Opened; press to close</source>
        <translation>Ouvert&#x202f;; appuyez pour fermer</translation>
    </message>
    <message>
        <source>Closed; press to see each fact</source>
        <translation>Fermé&#x202f;; appuyez pour voir chaque fait</translation>
    </message>
    <message numerus="yes">
        <source>Facts about this computer: %Ln will be sent</source>
        <comment>facts</comment>
        <translation>
            <numerusform>Faits sur cet ordinateur&#xa0;: %Ln sera envoyé</numerusform>
            <numerusform>Faits sur cet ordinateur&#xa0;: %Ln seront envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts about this computer: none will be sent</source>
        <translation>Faits sur cet ordinateur&#xa0;: aucun ne sera envoyé</translation>
    </message>
    <message>
        <source>Facts about this computer: looking…</source>
        <translation>Faits sur cet ordinateur&#xa0;: recherche en cours…</translation>
    </message>
    <message>
        <source>Facts about this computer: none were found</source>
        <translation>Faits sur cet ordinateur&#xa0;: aucun trouvé</translation>
    </message>
</context>
<context>
    <name>vigie::FieldPill</name>
    <message>
        <source>%1: %2</source>
        <comment>a field&apos;s name and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::FileChips</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>vigie::FormatBar</name>
    <message>
        <source>Form of the words</source>
        <translation>Mise en forme du texte</translation>
    </message>
</context>
<context>
    <name>vigie::GuideChoice</name>
    <message>
        <source>You chose this before</source>
        <translation>Vous avez déjà choisi cette réponse</translation>
    </message>
</context>
<context>
    <name>vigie::GuideView</name>
    <message>
        <source>You were here before. Another answer may lead further.</source>
        <translation>Vous êtes déjà passé par ici. Une autre réponse mènera peut-être plus loin.</translation>
    </message>
    <message>
        <source>This solved it</source>
        <translation>Le problème est résolu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Go on with a person</source>
        <translation>Continuer avec une personne</translation>
    </message>
    <message>
        <source>What you tried goes along</source>
        <translation>Ce que vous avez essayé est transmis</translation>
    </message>
    <message>
        <source>Tried with the guide “%1”:</source>
        <extracomment>First line of what a guide leaves in a ticket; %1 = the guide&apos;s title</extracomment>
        <translation>Essayé avec le guide «&#x202f;%1&#x202f;»&#xa0;:</translation>
    </message>
    <message>
        <source>Stopped at: %1</source>
        <extracomment>%1 = the heading of a step</extracomment>
        <translation>Arrêté à&#xa0;: %1</translation>
    </message>
    <message>
        <source>Arrived at: %1</source>
        <extracomment>%1 = the heading of the last step of a guide</extracomment>
        <translation>Arrivé à&#xa0;: %1</translation>
    </message>
    <message>
        <source>… more steps …</source>
        <extracomment>stands for the steps in the middle of a very long way</extracomment>
        <translation>… autres étapes …</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Étape %1</translation>
    </message>
    <message>
        <source>The guide ends here. If it did not help, go on with a person: what you tried goes along.</source>
        <translation>Le guide s’arrête ici. S’il ne vous a pas aidé, continuez avec une personne&#xa0;: ce que vous avez essayé est transmis.</translation>
    </message>
    <message>
        <source>This guide has no steps yet. A person can help you.</source>
        <translation>Ce guide n’a pas encore d’étape. Une personne peut vous aider.</translation>
    </message>
</context>
<context>
    <name>vigie::HelpMeter</name>
    <message>
        <source>How much the report says</source>
        <translation>Ce que dit déjà le signalement</translation>
    </message>
    <message>
        <source>That is all we would ask. Thank you!</source>
        <translation>C’est tout ce que nous demanderions. Merci&#x202f;!</translation>
    </message>
    <message>
        <source>You can send at any time. What would help us most next:</source>
        <translation>Vous pouvez envoyer à tout moment. Ce qui aiderait le plus maintenant&#xa0;:</translation>
    </message>
    <message>
        <source>what is wrong, in one line</source>
        <translation>ce qui ne va pas, en une ligne</translation>
    </message>
    <message>
        <source>the exact error message</source>
        <translation>le message d’erreur exact</translation>
    </message>
    <message>
        <source>what you did and what you expected</source>
        <translation>ce que vous faisiez et ce que vous attendiez</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>une capture d’écran</translation>
    </message>
    <message>
        <source>when it began</source>
        <translation>quand cela a commencé</translation>
    </message>
    <message>
        <source>who else is affected</source>
        <translation>qui d’autre est touché</translation>
    </message>
    <message>
        <source>what happened just before</source>
        <translation>ce qui s’est passé juste avant</translation>
    </message>
</context>
<context>
    <name>vigie::JustBefore</name>
    <message>
        <source>Lately on this computer – click what may matter; the rest stays here:</source>
        <translation>Récemment sur cet ordinateur – cliquez ce qui peut compter&#x202f;; le reste demeure ici&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what happened, and when</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what happened, and how long ago, short</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Looking at what happened lately on this computer…</source>
        <translation>Recherche de ce qui s’est passé récemment sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Nothing worth a word happened lately on this computer.</source>
        <translation>Rien de notable ne s’est passé récemment sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What happened lately on this computer is in your answer.</source>
        <translation>Ce qui s’est passé récemment sur cet ordinateur est dans votre réponse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>things that happened</comment>
        <translation>
            <numerusform>%Ln autre…</numerusform>
            <numerusform>%Ln autres…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::KeyDelegate</name>
    <message>
        <source>New keys for “%1”</source>
        <translation>Nouvelles touches pour «&#x202f;%1&#x202f;»</translation>
    </message>
</context>
<context>
    <name>vigie::LadderPanel</name>
    <message>
        <source>Escalation path of this ticket</source>
        <translation>Parcours de ce ticket entre les niveaux</translation>
    </message>
    <message>
        <source>%1 is the requester&apos;s contact all along.</source>
        <translation>%1 est l’interlocuteur du demandeur depuis le début.</translation>
    </message>
    <message>
        <source>%1 is the requester&apos;s contact now.</source>
        <translation>%1 est maintenant l’interlocuteur du demandeur.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place, a duration</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This step is not at the server yet.</source>
        <translation>Le serveur n’a pas encore reçu cette étape.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, who</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <comment>somebody&apos;s words</comment>
        <translation>Essayé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::LiveChoice</name>
    <message>
        <source>Are you in front of people right now?</source>
        <translation>Êtes-vous devant un public en ce moment&#x202f;?</translation>
    </message>
    <message>
        <source>We see it at once, with the time you have. Please call as well: the number is shown after sending.</source>
        <translation>Nous le voyons aussitôt, avec le temps dont vous disposez. Appelez aussi&#xa0;: le numéro s’affiche après l’envoi.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message numerus="yes">
        <source>For %Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>Pendant %Ln min</numerusform>
            <numerusform>Pendant %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you in front of people right now? (a talk, a customer)</source>
        <translation>Êtes-vous devant un public en ce moment&#x202f;? (exposé, client)</translation>
    </message>
</context>
<context>
    <name>vigie::LookPanel</name>
    <message>
        <source>Shown as</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Dans l’ordre inverse</translation>
    </message>
    <message>
        <source>Look of the list</source>
        <translation>Apparence de la liste</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Two lines for each ticket</source>
        <translation>Deux lignes par ticket</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>One line for each ticket, in columns</source>
        <translation>Une ligne par ticket, en colonnes</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Aéré</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Groupé par</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Trié par</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Space shows or hides, Ctrl and an arrow moves.</source>
        <translation>Espace affiche ou masque, Ctrl et une flèche déplacent.</translation>
    </message>
    <message>
        <source>Look of “%1”</source>
        <translation>Apparence de «&#x202f;%1&#x202f;»</translation>
    </message>
</context>
<context>
    <name>vigie::MachineSection</name>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Copy all facts about the computer</source>
        <translation>Copier toutes les informations sur l’ordinateur</translation>
    </message>
    <message>
        <source>Nothing was sent along about the computer.</source>
        <translation>Rien n’a été transmis au sujet de l’ordinateur.</translation>
    </message>
    <message>
        <source>%1: %2; Enter copies it</source>
        <comment>a fact about a computer</comment>
        <translation>%1&#xa0;: %2&#x202f;; Entrée copie</translation>
    </message>
</context>
<context>
    <name>vigie::MacroDialog</name>
    <message>
        <source>Then go to the next ticket</source>
        <translation>Passer ensuite au ticket suivant</translation>
    </message>
    <message>
        <source>Save macro</source>
        <translation>Enregistrer la macro</translation>
    </message>
    <message>
        <source>New macro</source>
        <translation>Nouvelle macro</translation>
    </message>
    <message>
        <source>Change the macro</source>
        <translation>Modifier la macro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What it does is shown each time before it is done. What you are writing to a ticket is never sent by it.</source>
        <translation>Ce qu’elle fait est montré chaque fois avant d’être fait. Elle n’envoie jamais ce que vous êtes en train d’écrire.</translation>
    </message>
    <message>
        <source>The macro is not saved. %1</source>
        <translation>La macro n’est pas enregistrée. %1</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer&#x202f;?</translation>
    </message>
    <message>
        <source>What you wrote in this window goes. Macros that are saved stay.</source>
        <translation>Ce que vous avez écrit dans cette fenêtre est perdu. Les macros enregistrées restent.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>vigie::MacroWindow</name>
    <message>
        <source>Search your macros</source>
        <translation>Chercher dans vos macros</translation>
    </message>
    <message>
        <source>What you are writing stays as it is and is not sent.</source>
        <translation>Ce que vous êtes en train d’écrire reste tel quel et n’est pas envoyé.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Run a macro</source>
        <translation>Lancer une macro</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouvelle…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Ce qu’elle ferait</translation>
    </message>
    <message>
        <source>Run a macro on %1</source>
        <translation>Lancer une macro sur %1</translation>
    </message>
    <message>
        <source>%1 (from another computer)</source>
        <translation>%1 (d’un autre ordinateur)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a macro and what it does</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is none yet. A macro does several things at once: a reply, a state, tags, whatever you do again and again.</source>
        <translation>Il n’y en a pas encore. Une macro fait plusieurs choses à la fois&#xa0;: une réponse, un état, des étiquettes, tout ce que vous refaites sans cesse.</translation>
    </message>
    <message>
        <source>None of them has these words.</source>
        <translation>Aucune ne contient ces mots.</translation>
    </message>
    <message>
        <source>Open or mark tickets to run it.</source>
        <translation>Ouvrez ou marquez des tickets pour la lancer.</translation>
    </message>
    <message numerus="yes">
        <source>Run, and send %Ln replies</source>
        <translation>
            <numerusform>Lancer et envoyer %Ln réponse</numerusform>
            <numerusform>Lancer et envoyer %Ln réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run for %Ln ticket(s)</source>
        <translation>
            <numerusform>Lancer pour %Ln ticket</numerusform>
            <numerusform>Lancer pour %Ln tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>The macro was not run</source>
        <translation>La macro n’a pas été lancée</translation>
    </message>
    <message>
        <source>Macro: %1</source>
        <translation>Macro&#xa0;: %1</translation>
    </message>
    <message>
        <source>Delete the macro “%1”?</source>
        <translation>Supprimer la macro «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>It cannot be brought back. What was done with it stays.</source>
        <translation>Elle ne peut pas être rétablie. Ce qui a été fait avec elle reste.</translation>
    </message>
    <message>
        <source>Delete macro</source>
        <translation>Supprimer la macro</translation>
    </message>
    <message>
        <source>The macro is still there</source>
        <translation>La macro est toujours là</translation>
    </message>
</context>
<context>
    <name>vigie::MainWindow</name>
    <message>
        <source>Your report is on its way. You can follow it here.</source>
        <translation>Votre signalement est en route. Vous pouvez le suivre ici.</translation>
    </message>
    <message>
        <source>Your report is kept on this computer and will be sent when the server answers. You need do nothing.</source>
        <translation>Votre signalement est conservé sur cet ordinateur et sera envoyé quand le serveur répondra. Vous n’avez rien à faire.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>The tickets of your queues</source>
        <translation>Les tickets de vos files</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>What you reported</source>
        <translation>Ce que vous avez signalé</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>What is not yet on the server, and what needs you</source>
        <translation>Ce qui n’est pas encore sur le serveur, et ce qui a besoin de vous</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Demande suivante</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>Demande précédente</translation>
    </message>
    <message>
        <source>Search my requests</source>
        <translation>Chercher dans mes demandes</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Écrire une réponse</translation>
    </message>
    <message>
        <source>Ask for an update</source>
        <translation>Demander des nouvelles</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Commandes…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Exchange with the server now</source>
        <translation>Échanger avec le serveur maintenant</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Se déconnecter…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>There is no request “%1” on this computer.</source>
        <translation>Il n’y a pas de ticket «&#x202f;%1&#x202f;» sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Envoyer le signalement</translation>
    </message>
    <message>
        <source>Attach files to the report…</source>
        <translation>Joindre des fichiers au signalement…</translation>
    </message>
    <message>
        <source>Start the report over…</source>
        <translation>Recommencer le signalement…</translation>
    </message>
    <message>
        <source>What you discarded had already arrived and stays in “%1”.</source>
        <translation>Ce que vous avez jeté était déjà arrivé et reste dans «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” was assigned while you gave it back. It stays assigned.</source>
        <translation>«&#x202f;%1&#x202f;» a été attribué pendant que vous le rendiez. Il reste attribué.</translation>
    </message>
    <message>
        <source>Report with a picture of the screen</source>
        <translation>Signaler avec une image de l’écran</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recorded step(s) wait for you to look at them.</source>
        <translation>
            <numerusform>%Ln étape enregistrée attend que vous la regardiez.</numerusform>
            <numerusform>%Ln étapes enregistrées attendent que vous les regardiez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Passer en revue…</translation>
    </message>
    <message>
        <source>Record steps…</source>
        <translation>Enregistrer des étapes…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Ce qui s’est passé, le plus récent d’abord</translation>
    </message>
    <message>
        <source>Mark all notifications as read</source>
        <translation>Marquer toutes les notifications comme lues</translation>
    </message>
</context>
<context>
    <name>vigie::MessageBubble</name>
    <message>
        <source>See what to do</source>
        <translation>Voir ce qu’il faut faire</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what happened and when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a name and a time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Checking whether it arrived…</source>
        <translation>Vérification de l’arrivée…</translation>
    </message>
    <message>
        <source>Not sent: it needs you</source>
        <translation>Non envoyé&#xa0;: a besoin de vous</translation>
    </message>
</context>
<context>
    <name>vigie::MessageOffers</name>
    <message>
        <source>What can be completed here</source>
        <translation>Ce qui peut être complété ici</translation>
    </message>
</context>
<context>
    <name>vigie::NewsList</name>
    <message>
        <source>My views</source>
        <translation>Mes vues</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>How loud: %1</source>
        <comment>the name of a list</comment>
        <translation>Niveau de notification&#xa0;: %1</translation>
    </message>
    <message>
        <source>The choice is not kept. %1</source>
        <translation>Le choix n’est pas enregistré. %1</translation>
    </message>
</context>
<context>
    <name>vigie::NoticeDesk</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more update(s)</source>
        <translation>
            <numerusform>%Ln autre nouveauté</numerusform>
            <numerusform>%Ln autres nouveautés</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Afficher la liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new update(s)</source>
        <translation>
            <numerusform>%Ln nouveauté</numerusform>
            <numerusform>%Ln nouveautés</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>Reporter d’1 h</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Ça marche</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Your answer to %1</source>
        <comment>a person</comment>
        <translation>Votre réponse à %1</translation>
    </message>
    <message>
        <source>Was it solved?</source>
        <translation>Est-ce réglé&#x202f;?</translation>
    </message>
    <message>
        <source>About a request of yours</source>
        <translation>À propos d’une de vos demandes</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s) in your digest</source>
        <translation>
            <numerusform>%Ln nouveauté dans votre récapitulatif</numerusform>
            <numerusform>%Ln nouveautés dans votre récapitulatif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more ticket(s)</source>
        <translation>
            <numerusform>et %Ln autre ticket</numerusform>
            <numerusform>et %Ln autres tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <comment>a ticket that nobody owns</comment>
        <translation>Prendre</translation>
    </message>
</context>
<context>
    <name>vigie::NoticeModel</name>
    <message>
        <source>%1. %2. %3</source>
        <comment>what happened, of which ticket, when</comment>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>an unread notification</comment>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::NoticesPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Rien de nouveau pour l’instant</translation>
    </message>
    <message>
        <source>Answers and changes appear here when they arrive, also those that no bubble on the desktop told you of.</source>
        <translation>Les réponses et les changements apparaissent ici dès leur arrivée, y compris ceux qu’aucune bulle ne vous a annoncés.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>What is told about the chosen ticket</source>
        <translation>Ce qui est annoncé du ticket choisi</translation>
    </message>
    <message>
        <source>Mentions stay until you open or mark each of them</source>
        <translation>Les mentions restent jusqu’à ce que vous ayez ouvert ou marqué chacune d’elles</translation>
    </message>
</context>
<context>
    <name>vigie::OutboxCard</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Garder la leur</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La leur</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>%1 wrote something you had not read yet. Read it, then decide whether yours still fits.</source>
        <translation>%1 a écrit quelque chose que vous n’aviez pas encore lu. Lisez-le, puis décidez si votre texte convient encore.</translation>
    </message>
    <message>
        <source>%1 changed “%2” before your change arrived. Both are kept; choose one.</source>
        <translation>%1 a modifié «&#x202f;%2&#x202f;» avant l’arrivée de votre modification. Les deux sont conservées&#x202f;; choisissez-en une.</translation>
    </message>
    <message>
        <source>Send it after all</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>You discarded this when it may already have been on its way. The server is asked to refuse it; if it has arrived by then, you are told.</source>
        <translation>Vous avez jeté ceci alors que c’était peut-être déjà parti. Le serveur est prié de le refuser&#x202f;; si c’est arrivé entre-temps, vous en êtes averti.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
</context>
<context>
    <name>vigie::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>What you discarded stays here for 30 days.</source>
        <translation>Ce que vous avez jeté reste ici pendant 30 jours.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>A besoin de vous</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>En cours de vérification</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>These were refused or met somebody else&apos;s change. They wait for your decision; nothing else waits for them.</source>
        <translation>Ceci a été refusé ou a rencontré la modification de quelqu’un d’autre. Votre décision est attendue&#x202f;; rien d’autre n’est retenu.</translation>
    </message>
    <message>
        <source>These may have arrived before the connection broke. Vigie asks the server and never sends anything twice.</source>
        <translation>Ceci est peut-être arrivé avant la coupure. Vigie le demande au serveur et n’envoie jamais rien deux fois.</translation>
    </message>
    <message>
        <source>These are kept on this computer and sent in this order.</source>
        <translation>Ceci est conservé sur cet ordinateur et sera envoyé dans cet ordre.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours is on its way.</source>
        <translation>La vôtre est en route.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an intention and its request</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Everything has arrived</source>
        <translation>Tout est arrivé</translation>
    </message>
    <message>
        <source>What you write is kept here until the server has it. At the moment nothing is waiting.</source>
        <translation>Ce que vous écrivez est conservé ici jusqu’à ce que le serveur l’ait. Pour l’instant, rien n’attend.</translation>
    </message>
    <message>
        <source>Edit before it is sent</source>
        <translation>Modifier avant l’envoi</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Theirs stays; yours is in the bin.</source>
        <translation>La leur reste&#x202f;; la vôtre est dans la corbeille.</translation>
    </message>
    <message>
        <source>Discarded. It is in the bin.</source>
        <translation>Jeté. C’est dans la corbeille.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It is back in the outbox.</source>
        <translation>C’est de retour dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>It is taken back, unless the server has it already.</source>
        <translation>C’est repris, sauf si le serveur l’a déjà.</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Jeté.</translation>
    </message>
    <message>
        <source>Something new was written there since. It stays as it is, and what you discarded stays discarded.</source>
        <translation>Quelque chose de nouveau y a été écrit depuis. Cela reste tel quel, et ce que vous avez jeté reste jeté.</translation>
    </message>
</context>
<context>
    <name>vigie::PendingPanel</name>
    <message numerus="yes">
        <source>%n more need you; all of them are in the outbox.</source>
        <translation>
            <numerusform>%n autre a besoin de vous&#x202f;; tout est dans la boîte d’envoi.</numerusform>
            <numerusform>%n autres ont besoin de vous&#x202f;; tout est dans la boîte d’envoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours are kept here and wait to be sent.</source>
        <translation>
            <numerusform>%n de vos modifications est conservée ici et attend d’être envoyée.</numerusform>
            <numerusform>%n de vos modifications sont conservées ici et attendent d’être envoyées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>%1 wrote before your change arrived</source>
        <translation>%1 a écrit avant l’arrivée de votre modification</translation>
    </message>
    <message>
        <source>You wanted “%1”, but you had not seen the newest message. It is in the conversation below now; nothing was changed.</source>
        <translation>Vous vouliez «&#x202f;%1&#x202f;», mais vous n’aviez pas vu le dernier message. Il est maintenant dans la conversation ci-dessous&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser en l’état</translation>
    </message>
    <message>
        <source>Your change was put into the bin.</source>
        <translation>Votre modification a été mise à la corbeille.</translation>
    </message>
    <message>
        <source>I have seen it, do it now</source>
        <translation>Je l’ai vu, faites-le maintenant</translation>
    </message>
    <message>
        <source>Your change is on its way again.</source>
        <translation>Votre modification est repartie.</translation>
    </message>
    <message>
        <source>Nothing of yours was lost. Which one should stand?</source>
        <translation>Rien de votre travail n’est perdu. Laquelle doit rester&#x202f;?</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
    <message>
        <source>Theirs, in force now</source>
        <translation>La leur, en vigueur</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Garder la leur</translation>
    </message>
    <message>
        <source>Theirs stays; yours is in the bin.</source>
        <translation>La leur reste&#x202f;; la vôtre est dans la corbeille.</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Yours is on its way.</source>
        <translation>La vôtre est en route.</translation>
    </message>
    <message>
        <source>The server did not accept: %1</source>
        <translation>Le serveur n’a pas accepté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>It is in the bin for 30 days.</source>
        <translation>C’est dans la corbeille pour 30 jours.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>It is on its way again.</source>
        <translation>C’est reparti.</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>It is sent again with these words.</source>
        <translation>Il est renvoyé avec ce texte.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>%1 changed this at the same time: %2</source>
        <comment>a person, a field</comment>
        <translation>%1 a modifié ceci au même moment&#xa0;: %2</translation>
    </message>
    <message>
        <source>Your answer waits: %1 wrote meanwhile</source>
        <translation>Votre réponse attend&#xa0;: %1 a écrit entre-temps</translation>
    </message>
    <message>
        <source>What is new arrives in a moment. Nothing was sent yet.</source>
        <translation>La suite arrive dans un instant. Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>This is new. Does your answer still fit? Nothing was sent yet.</source>
        <translation>Voici ce qui est nouveau. Votre réponse convient-elle encore&#x202f;? Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>%1 wrote:</source>
        <translation>%1 a écrit&#xa0;:</translation>
    </message>
    <message>
        <source>Your answer:</source>
        <translation>Votre réponse&#xa0;:</translation>
    </message>
    <message>
        <source>Your answer is in the bin for 30 days.</source>
        <translation>Votre réponse est dans la corbeille pendant 30 jours.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>L’envoyer quand même</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>C’est en route.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
</context>
<context>
    <name>vigie::PersonCard</name>
    <message>
        <source>more than %1 in all</source>
        <comment>tickets of a person</comment>
        <translation>plus de %1 en tout</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>tickets of a person</comment>
        <translation>
            <numerusform>%Ln en tout</numerusform>
            <numerusform>%Ln en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many tickets are open, and how many there are</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open ticket(s)</source>
        <comment>of a person</comment>
        <translation>
            <numerusform>%Ln ticket ouvert</numerusform>
            <numerusform>%Ln tickets ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail: %1; Enter copies it</source>
        <translation>Courriel&#xa0;: %1&#x202f;; Entrée copie</translation>
    </message>
    <message>
        <source>Telephone: %1; Enter copies it</source>
        <translation>Téléphone&#xa0;: %1&#x202f;; Entrée copie</translation>
    </message>
    <message>
        <source>Login: %1; Enter copies it</source>
        <translation>Identifiant&#xa0;: %1&#x202f;; Entrée copie</translation>
    </message>
    <message>
        <source>%1; Enter lists them</source>
        <translation>%1&#x202f;; Entrée les affiche dans la liste</translation>
    </message>
</context>
<context>
    <name>vigie::PersonPicker</name>
    <message>
        <source>The beginning of a name</source>
        <translation>Le début d’un nom</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a person and their login</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This computer knows nobody else of that name.</source>
        <translation>Cet ordinateur ne connaît personne d’autre de ce nom.</translation>
    </message>
</context>
<context>
    <name>vigie::PictureWindow</name>
    <message>
        <source>Picture %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The marks on this picture could not be read as layers; this is how it was sent.</source>
        <translation>Les annotations de cette image n’ont pas pu être lues comme calques&#x202f;; la voici telle qu’envoyée.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Marks by %1</source>
        <comment>a person</comment>
        <translation>Annotations de %1</translation>
    </message>
    <message>
        <source>Hold to see it without marks</source>
        <translation>Maintenir pour voir sans annotations</translation>
    </message>
    <message>
        <source>Mark up…</source>
        <translation>Annoter…</translation>
    </message>
    <message>
        <source>Draw on it and attach the result to your answer</source>
        <translation>Dessiner dessus et joindre le résultat à votre réponse</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Reads the words in the picture into the clipboard</source>
        <translation>Lit le texte de l’image et le copie dans le presse-papiers</translation>
    </message>
    <message>
        <source>with itself without marks</source>
        <translation>avec elle-même sans annotations</translation>
    </message>
</context>
<context>
    <name>vigie::PlaceLooks</name>
    <message>
        <source>How your lists look cannot be read: %1</source>
        <translation>L’apparence de vos listes ne peut pas être lue&#xa0;: %1</translation>
    </message>
    <message>
        <source>What you chose for this list is not kept: %1</source>
        <translation>Ce que vous avez choisi pour cette liste n’est pas conservé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::PreferencesDialog</name>
    <message>
        <source>Start Vigie with my session</source>
        <translation>Lancer Vigie avec ma session</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Afficher des notifications</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The language changes when Vigie starts again.</source>
        <translation>La langue changera au prochain démarrage de Vigie.</translation>
    </message>
    <message>
        <source>Key that begins a report from any program</source>
        <translation>Touche qui commence un signalement depuis tout programme</translation>
    </message>
    <message>
        <source>Shown after you report something</source>
        <translation>Affiché après un signalement</translation>
    </message>
    <message>
        <source>The helpdesk&apos;s telephone number</source>
        <translation>Numéro de téléphone du support</translation>
    </message>
    <message>
        <source>Be quiet from</source>
        <translation>Silence de</translation>
    </message>
    <message>
        <source>What notifications show</source>
        <translation>Ce que montrent les notifications</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silence à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>With name, subject and text</source>
        <translation>Avec le nom, l’objet et le texte</translation>
    </message>
    <message>
        <source>With the subject only</source>
        <translation>Avec l’objet seulement</translation>
    </message>
    <message>
        <source>Only that there is something new</source>
        <translation>Seulement qu’il y a du nouveau</translation>
    </message>
    <message>
        <source>until</source>
        <comment>a time of day: be quiet from 22:00 until 07:00</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>Everything is in the list of notifications, also what was not shown.</source>
        <translation>Tout figure dans la liste des notifications, même ce qui n’a pas été affiché.</translation>
    </message>
    <message>
        <source>Decided by your organisation</source>
        <translation>Fixé par votre organisation</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Hours of the day at which a digest is told</source>
        <translation>Heures du jour où le récapitulatif est annoncé</translation>
    </message>
    <message>
        <source>How loud each list may be</source>
        <translation>Ce que chaque liste peut signaler</translation>
    </message>
    <message>
        <source>A ticket may stand in several lists: the loudest counts.</source>
        <translation>Un ticket peut figurer dans plusieurs listes&#xa0;: la plus audible compte.</translation>
    </message>
</context>
<context>
    <name>vigie::PreviewView</name>
    <message>
        <source>Tags on: %1</source>
        <translation>Étiquettes mises&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tags off: %1</source>
        <translation>Étiquettes retirées&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, its value before and after</comment>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %L1 of %Ln ticket(s)…</source>
        <translation>
            <numerusform>%L1 sur %Ln ticket examiné…</numerusform>
            <numerusform>%L1 sur %Ln tickets examinés…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change: it is so already.</source>
        <translation>Rien ne changerait&#xa0;: c’est déjà ainsi.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) would change</source>
        <translation>
            <numerusform>%Ln ticket changerait</numerusform>
            <numerusform>%Ln tickets changeraient</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what changes</source>
        <translation>Voici ce qui change</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other change(s)</source>
        <translation>
            <numerusform>et %Ln autre changement</numerusform>
            <numerusform>et %Ln autres changements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) are so already</source>
        <translation>
            <numerusform>%Ln ticket l’est déjà</numerusform>
            <numerusform>%Ln tickets le sont déjà</numerusform>
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
    <message>
        <source>Sent as a reply</source>
        <translation>Envoyée comme réponse</translation>
    </message>
    <message>
        <source>Added as an internal note</source>
        <translation>Ajoutée comme note interne</translation>
    </message>
    <message numerus="yes">
        <source>Sent as %Ln replies, the first of them:</source>
        <translation>
            <numerusform>Envoyée comme %Ln réponse&#xa0;:</numerusform>
            <numerusform>Envoyées comme %Ln réponses, dont la première&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added as %Ln internal notes, the first of them:</source>
        <translation>
            <numerusform>Ajoutée comme %Ln note interne&#xa0;:</numerusform>
            <numerusform>Ajoutées comme %Ln notes internes, dont la première&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>what is closed can only be opened again.</source>
        <translation>ce qui est fermé ne peut qu’être rouvert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) stay as they are: %1</source>
        <translation>
            <numerusform>%Ln ticket reste tel quel&#xa0;: %1</numerusform>
            <numerusform>%Ln tickets restent tels quels&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be done to this ticket: %1</source>
        <translation>Impossible pour ce ticket&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::PrivacyBar</name>
    <message>
        <source>Use the error message</source>
        <translation>Reprendre le message d’erreur</translation>
    </message>
    <message>
        <source>This picture could not be searched for private places. Please look yourself and redact what nobody may see.</source>
        <translation>Cette image n’a pas pu être parcourue à la recherche d’endroits privés. Regardez vous-même et masquez ce que personne ne doit voir.</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Redact all</source>
        <translation>Tout masquer</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Passer en revue</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>The picture is being searched for private places…</source>
        <translation>Recherche d’endroits privés dans l’image…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) may be private. Nobody can promise that these are all.</source>
        <translation>
            <numerusform>%Ln endroit est peut-être privé. Personne ne peut promettre que c’est tout.</numerusform>
            <numerusform>%Ln endroits sont peut-être privés. Personne ne peut promettre que c’est tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the picture were not searched.</source>
        <translation>Des parties de l’image n’ont pas été parcourues.</translation>
    </message>
    <message>
        <source>An error message was recognised in the picture.</source>
        <translation>Un message d’erreur a été reconnu dans l’image.</translation>
    </message>
    <message numerus="yes">
        <source>Redact %Ln place(s)</source>
        <translation>
            <numerusform>Masquer %Ln endroit</numerusform>
            <numerusform>Masquer %Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2: %3, read as “%4”</source>
        <comment>a place that may be private</comment>
        <translation>%L1 sur %L2&#xa0;: %3, lu comme «&#x202f;%4&#x202f;»</translation>
    </message>
    <message>
        <source>Nothing is left of what was found. Please look yourself as well.</source>
        <translation>Il ne reste rien de ce qui a été trouvé. Regardez aussi vous-même.</translation>
    </message>
    <message>
        <source>No private places were recognised. Please look yourself as well.</source>
        <translation>Aucun endroit privé n’a été reconnu. Regardez aussi vous-même.</translation>
    </message>
</context>
<context>
    <name>vigie::ProseView</name>
    <message>
        <source>Copy the selection</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
</context>
<context>
    <name>vigie::QueryOffers</name>
    <message>
        <source>What may come next in the search</source>
        <translation>Ce qui peut suivre dans la recherche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an offer of completion, what it means</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vigie::QuestionDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::QueuePage</name>
    <message>
        <source>As of %1, %2</source>
        <translation>État&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Chercher des tickets</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket suivant</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Ticket précédent</translation>
    </message>
    <message>
        <source>Only open tickets</source>
        <translation>Tickets ouverts seulement</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Relire la liste</translation>
    </message>
    <message>
        <source>Show my tickets</source>
        <translation>Afficher mes tickets</translation>
    </message>
    <message>
        <source>Show unassigned tickets</source>
        <translation>Afficher les tickets sans responsable</translation>
    </message>
    <message>
        <source>The list cannot be read</source>
        <translation>La liste ne peut pas être lue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No ticket speaks of that</source>
        <translation>Aucun ticket n’en parle</translation>
    </message>
    <message>
        <source>Try fewer or other words, or look at closed tickets too.</source>
        <translation>Essayez moins de mots ou d’autres, ou cherchez aussi dans les tickets clos.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Encore rien ici</translation>
    </message>
    <message>
        <source>Tickets appear as soon as the server has been reached once.</source>
        <translation>Les tickets apparaissent dès que le serveur a été joint une fois.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Tickets that you take appear here.</source>
        <translation>Les tickets dont vous vous chargez apparaissent ici.</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>Afficher tous les tickets</translation>
    </message>
    <message>
        <source>Nobody is being waited for</source>
        <translation>On n’attend personne</translation>
    </message>
    <message>
        <source>Tickets that wait for a requester or a supplier appear here.</source>
        <translation>Les tickets qui attendent un demandeur ou un fournisseur apparaissent ici.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>New requests appear here by themselves.</source>
        <translation>Les nouvelles demandes apparaissent ici d’elles-mêmes.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n found in %1</source>
        <translation>
            <numerusform>Plus de %n trouvé dans %1</numerusform>
            <numerusform>Plus de %n trouvés dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in %1</source>
        <translation>
            <numerusform>%n trouvé dans %1</numerusform>
            <numerusform>%n trouvés dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the last ticket of the list.</source>
        <translation>C’est le dernier ticket de la liste.</translation>
    </message>
    <message>
        <source>This is the first ticket of the list.</source>
        <translation>C’est le premier ticket de la liste.</translation>
    </message>
    <message>
        <source>Save this search as a view</source>
        <translation>Enregistrer cette recherche comme vue</translation>
    </message>
    <message>
        <source>Show overdue tickets</source>
        <translation>Afficher les tickets en retard</translation>
    </message>
    <message>
        <source>This view cannot be read any more</source>
        <translation>Cette vue ne peut plus être lue</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Modifier la vue</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as they fit this view.</source>
        <translation>Les tickets apparaissent ici dès qu’ils correspondent à cette vue.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Change what it looks for…</source>
        <translation>Modifier ce qu’elle cherche…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Mark the ticket, or not</source>
        <translation>Marquer le ticket, ou non</translation>
    </message>
    <message>
        <source>Mark all tickets of the list</source>
        <translation>Marquer tous les tickets de la liste</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Effacer les marques</translation>
    </message>
    <message>
        <source>Look of this list</source>
        <translation>Apparence de cette liste</translation>
    </message>
    <message>
        <source>Group by this: %1</source>
        <translation>Grouper par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Usual widths</source>
        <translation>Largeurs habituelles</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Dans l’ordre inverse</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Replier tous les groupes</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Déplier tous les groupes</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Vouliez-vous dire «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>Chercher «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Notifications of this list</source>
        <translation>Notifications de cette liste</translation>
    </message>
</context>
<context>
    <name>vigie::RatingCard</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>A word about it (optional)</source>
        <translation>Un mot à ce sujet (facultatif)</translation>
    </message>
    <message>
        <source>Do not rate</source>
        <translation>Ne pas noter</translation>
    </message>
    <message>
        <source>Was “%1” solved?</source>
        <translation>«&#x202f;%1&#x202f;» est-il réglé&#x202f;?</translation>
    </message>
    <message>
        <source>Good to hear. How was it?</source>
        <translation>Tant mieux. Comment cela s’est-il passé&#x202f;?</translation>
    </message>
    <message>
        <source>We are sorry. What went wrong? Somebody looks into it.</source>
        <translation>Nous en sommes désolés. Qu’est-ce qui n’a pas été&#x202f;? Quelqu’un va s’en occuper.</translation>
    </message>
    <message>
        <source>Thank you. Your verdict is on its way.</source>
        <translation>Merci. Votre avis est en route.</translation>
    </message>
    <message>
        <source>What went wrong? (optional)</source>
        <translation>Qu’est-ce qui n’a pas été&#x202f;? (facultatif)</translation>
    </message>
</context>
<context>
    <name>vigie::RecipeEditor</name>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Séparées par des virgules</translation>
    </message>
    <message>
        <source>Put tags on</source>
        <translation>Mettre</translation>
    </message>
    <message>
        <source>Take tags off</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Reste tel quel</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>Aucun texte</translation>
    </message>
    <message>
        <source>Reply</source>
        <comment>words that are sent</comment>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>%1, %2, %3 and %4 are filled in by Vigie.</source>
        <translation>%1, %2, %3 et %4 sont remplis par Vigie.</translation>
    </message>
    <message>
        <source>Whoever runs it</source>
        <translation>La personne qui la lance</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Somebody or something that is not here</source>
        <translation>Quelqu’un ou quelque chose qui n’est pas ici</translation>
    </message>
    <message>
        <source>The tag “%1” is put on and taken off. Choose one.</source>
        <translation>L’étiquette «&#x202f;%1&#x202f;» est mise et retirée. Choisissez.</translation>
    </message>
    <message>
        <source>More than %L1 tags. Take some out.</source>
        <translation>Plus de %L1 étiquettes. Retirez-en.</translation>
    </message>
    <message>
        <source>The text has more than %L1 characters. Make it shorter.</source>
        <translation>Le texte dépasse %L1 caractères. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Nobody would fill in %1 before it is sent. Use the four names below, or a canned text, which you complete yourself.</source>
        <translation>Personne ne remplirait %1 avant l’envoi. Utilisez les quatre noms ci-dessous, ou un texte type, que vous complétez vous-même.</translation>
    </message>
    <message>
        <source>A rule is run by nobody: %1 has no name.</source>
        <translation>Une règle n’est lancée par personne&#xa0;: %1 n’a pas de nom.</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are filled in by Vigie.</source>
        <translation>%1, %2 et %3 sont remplis par Vigie.</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Champs personnalisés</translation>
    </message>
    <message>
        <source>More than %L1 fields. Take some out.</source>
        <translation>Plus de %L1 champs. Retirez-en.</translation>
    </message>
</context>
<context>
    <name>vigie::RecordingFrame</name>
    <message>
        <source>Steps are being recorded</source>
        <translation>Les étapes sont enregistrées</translation>
    </message>
</context>
<context>
    <name>vigie::RecordingStrip</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Recording steps</source>
        <translation>Enregistrement des étapes</translation>
    </message>
    <message>
        <source>Take a picture of the screen now</source>
        <translation>Photographier l’écran maintenant</translation>
    </message>
    <message>
        <source>Stop and review</source>
        <translation>Arrêter et passer en revue</translation>
    </message>
    <message>
        <source>Paused: %L1 of %L2 steps</source>
        <translation>En pause&#xa0;: %L1 étapes sur %L2</translation>
    </message>
    <message>
        <source>Recording steps: %L1 of %L2</source>
        <translation>Enregistrement des étapes&#xa0;: %L1 sur %L2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>vigie::RegionOverlay</name>
    <message>
        <source>Choose the part to show</source>
        <translation>Choisissez la partie à montrer</translation>
    </message>
    <message>
        <source>Choose the part to show of %1</source>
        <translation>Choisissez la partie à montrer de %1</translation>
    </message>
    <message>
        <source>Drag over the part to show. Click or press Space for the whole screen. Arrow keys and Enter work too. Esc cancels.</source>
        <translation>Tirez sur la partie à montrer. Un clic ou Espace prend tout l’écran. Les flèches et Entrée marchent aussi. Échap annule.</translation>
    </message>
    <message>
        <source>Tab goes to the next screen.</source>
        <translation>Tab passe à l’écran suivant.</translation>
    </message>
</context>
<context>
    <name>vigie::RelationPills</name>
    <message>
        <source>Watchers</source>
        <translation>Observateurs</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Add a watcher…</source>
        <translation>Ajouter un observateur…</translation>
    </message>
    <message>
        <source>Somebody unknown here</source>
        <translation>Quelqu’un d’inconnu ici</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Retirer «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a kind of link, to be added</comment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>people whose names are not known here</comment>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>a link: its kind, the other ticket&apos;s number and title</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 a ticket that is not on this computer</source>
        <comment>a kind of link</comment>
        <translation>%1 un ticket qui n’est pas sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
    <message>
        <source>Open %1 %2</source>
        <comment>a number and its title</comment>
        <translation>Ouvrir %1 %2</translation>
    </message>
    <message>
        <source>Let it go on on its own again</source>
        <translation>Le laisser continuer séparément</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and its title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Goes on in %1</source>
        <translation>Continue dans %1</translation>
    </message>
    <message>
        <source>Goes on elsewhere</source>
        <translation>Continue ailleurs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>merged tickets</comment>
        <translation>
            <numerusform>encore %Ln</numerusform>
            <numerusform>encore %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ReplyShot</name>
    <message>
        <source>Picture for the answer</source>
        <translation>Image pour la réponse</translation>
    </message>
    <message>
        <source>Screenshot %1</source>
        <translation>Capture %1</translation>
    </message>
</context>
<context>
    <name>vigie::ReportPage</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>One line is enough. The rest helps us to help you faster.</source>
        <translation>Une ligne suffit. Le reste nous aide à vous aider plus vite.</translation>
    </message>
    <message>
        <source>This is the report you did not finish. Go on where you stopped, or start over.</source>
        <translation>Voici le signalement que vous n’aviez pas terminé. Reprenez où vous en étiez, ou recommencez.</translation>
    </message>
    <message>
        <source>What you write is saved as you type.</source>
        <translation>Ce que vous écrivez est enregistré au fil de la frappe.</translation>
    </message>
    <message>
        <source>What you write is saved as you type. The report is kept on this computer and sent when the server answers.</source>
        <translation>Ce que vous écrivez est enregistré au fil de la frappe. Le signalement est conservé sur cet ordinateur et envoyé quand le serveur répond.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>this morning</source>
        <translation>ce matin</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>something that happened</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>The files are still being copied; the report is sent right after.</source>
        <translation>Les fichiers sont encore en cours de copie&#x202f;; le signalement part juste après.</translation>
    </message>
    <message>
        <source>Write at least one line about what is wrong, then send.</source>
        <translation>Écrivez au moins une ligne sur ce qui ne va pas, puis envoyez.</translation>
    </message>
    <message>
        <source>The text is too long to be sent. It is kept; shorten it or attach it as a file.</source>
        <translation>Le texte est trop long pour être envoyé. Il est conservé&#x202f;; raccourcissez-le ou joignez-le en fichier.</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <comment>a title made from the category</comment>
        <translation>Problème&#xa0;: %1</translation>
    </message>
    <message>
        <source>Start over?</source>
        <translation>Recommencer&#x202f;?</translation>
    </message>
    <message>
        <source>What you wrote here is thrown away. Nothing of it was sent.</source>
        <translation>Ce que vous avez écrit ici est jeté. Rien n’en a été envoyé.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Qu’est-ce qui ne va pas&#x202f;?</translation>
    </message>
    <message>
        <source>In one line, e.g. “The printer on floor 2 prints blank pages”</source>
        <translation>En une ligne, p. ex. «&#x202f;L’imprimante du 2e étage sort des pages blanches&#x202f;»</translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation>Ce qui ne va pas, en une ligne</translation>
    </message>
    <message>
        <source>What did you do, what did you expect, what happened instead?</source>
        <translation>Qu’avez-vous fait, qu’attendiez-vous, que s’est-il passé à la place&#x202f;?</translation>
    </message>
    <message>
        <source>Details (optional)</source>
        <translation>Détails (facultatif)</translation>
    </message>
    <message>
        <source>Paste or type the message exactly as it is shown</source>
        <translation>Collez ou tapez le message exactement comme il s’affiche</translation>
    </message>
    <message>
        <source>The exact error message</source>
        <translation>Le message d’erreur exact</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Add the exact error message</source>
        <translation>Ajouter le message d’erreur exact</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>Depuis quand&#x202f;?</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>À l’instant</translation>
    </message>
    <message>
        <source>This morning</source>
        <translation>Ce matin</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>At a time…</source>
        <translation>À une heure précise…</translation>
    </message>
    <message>
        <source>Since…</source>
        <translation>Depuis…</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>Quand cela a commencé</translation>
    </message>
    <message>
        <source>e.g. the update, the move to the new office</source>
        <translation>p. ex. la mise à jour, le déménagement</translation>
    </message>
    <message>
        <source>Since what</source>
        <translation>Depuis quoi</translation>
    </message>
    <message>
        <source>e.g. I restarted the computer</source>
        <translation>p. ex. J’ai redémarré l’ordinateur</translation>
    </message>
    <message>
        <source>What happened just before? (optional)</source>
        <translation>Que s’est-il passé juste avant&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>Who is affected?</source>
        <translation>Qui est touché&#x202f;?</translation>
    </message>
    <message>
        <source>Who, or which machines?</source>
        <translation>Qui, ou quelles machines&#x202f;?</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>Combien de personnes</translation>
    </message>
    <message>
        <source>How many people?</source>
        <translation>Combien de personnes&#x202f;?</translation>
    </message>
    <message>
        <source>How bad is it?</source>
        <translation>À quel point est-ce grave&#x202f;?</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>De quoi s’agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Not sent yet, because a file could not be attached. Everything else is kept; look at the files below and send again.</source>
        <translation>Pas encore envoyé, car un fichier n’a pas pu être joint. Tout le reste est conservé&#x202f;; regardez les fichiers ci-dessous et envoyez à nouveau.</translation>
    </message>
    <message>
        <source>The pictures are being prepared…</source>
        <translation>Les images sont en préparation…</translation>
    </message>
    <message>
        <source>Not sent: a picture is not on this computer any more. Remove it below and send again; everything else is kept.</source>
        <translation>Pas envoyé&#xa0;: une image n’est plus sur cet ordinateur. Retirez-la ci-dessous et renvoyez&#x202f;; tout le reste est conservé.</translation>
    </message>
    <message>
        <source>Can you show it?</source>
        <translation>Pouvez-vous le montrer&#x202f;?</translation>
    </message>
    <message>
        <source>Paste or drop pictures anywhere on this page. What you hide in them is destroyed before they leave this computer.</source>
        <translation>Collez ou déposez des images n’importe où sur cette page. Ce que vous y masquez est détruit avant qu’elles quittent cet ordinateur.</translation>
    </message>
    <message>
        <source>or drop files anywhere on this page</source>
        <translation>ou déposez des fichiers n’importe où sur cette page</translation>
    </message>
    <message>
        <source>What can you not do any more? (optional)</source>
        <translation>Que ne pouvez-vous plus faire&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>En une ligne</translation>
    </message>
    <message>
        <source>“%1” was filled in. Change what is different today.</source>
        <translation>«&#x202f;%1&#x202f;» a été repris. Modifiez ce qui diffère aujourd’hui.</translation>
    </message>
    <message>
        <source>The template “%1” was deleted.</source>
        <translation>Le modèle «&#x202f;%1&#x202f;» a été supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There is no room for more templates. Nothing was changed; delete one you do not need and save again.</source>
        <translation>Il n’y a plus de place pour d’autres modèles. Rien n’a été modifié&#x202f;; supprimez-en un dont vous n’avez pas besoin, puis enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>Enregistrer comme modèle</translation>
    </message>
    <message>
        <source>Times and files are not kept. A template of the same name is replaced.</source>
        <translation>Les dates et les fichiers ne sont pas gardés. Un modèle du même nom est remplacé.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saved. You find it under “Templates” on this computer.</source>
        <translation>Enregistré. Vous le trouverez sous «&#x202f;Modèles&#x202f;» sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Not sent yet: your organisation asks you to look for private places in your pictures first. One that you have not looked at was opened. Everything is kept; send again when you are done.</source>
        <translation>Pas encore envoyé&#xa0;: votre organisation demande de chercher d’abord les zones privées dans vos images. Une image que vous n’avez pas vérifiée vient d’être ouverte. Tout est conservé&#x202f;; envoyez de nouveau quand vous aurez fini.</translation>
    </message>
</context>
<context>
    <name>vigie::RequestModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a request&apos;s title and state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vigie::RequestView</name>
    <message>
        <source>Ask for an update</source>
        <translation>Demander des nouvelles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>It works again, or I do not need it any more</source>
        <translation>Cela remarche, ou je n’en ai plus besoin</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Thank you. Your verdict is on its way.</source>
        <translation>Merci. Votre avis est en route.</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>Choisissez une demande</translation>
    </message>
    <message>
        <source>What was said, how it stands and who takes care of it appears here.</source>
        <translation>Ce qui s’est dit, où elle en est et qui s’en occupe apparaît ici.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>It is kept on this computer and sent when the server answers.</source>
        <translation>Elle est conservée sur cet ordinateur et envoyée quand le serveur répond.</translation>
    </message>
    <message>
        <source>Update asked for</source>
        <translation>Nouvelles demandées</translation>
    </message>
    <message>
        <source>We were asked for an update; you will hear from us.</source>
        <translation>La demande de nouvelles est notée&#x202f;; vous aurez une réponse.</translation>
    </message>
    <message>
        <source>Closed. You can reopen it at any time.</source>
        <translation>Close. Vous pouvez la rouvrir à tout moment.</translation>
    </message>
    <message>
        <source>What does not work?</source>
        <translation>Qu’est-ce qui ne marche pas&#x202f;?</translation>
    </message>
    <message>
        <source>One line helps us to find it.</source>
        <translation>Une ligne nous aide à trouver.</translation>
    </message>
    <message>
        <source>e.g. It works again only until I restart</source>
        <translation>p. ex. Cela ne remarche que jusqu’au redémarrage</translation>
    </message>
    <message>
        <source>Reopened. Thank you for telling.</source>
        <translation>Rouverte. Merci de l’avoir dit.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It has already been sent and cannot be taken back.</source>
        <translation>C’est déjà envoyé et ne peut plus être repris.</translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <translation>«&#x202f;%1&#x202f;» a été enregistré.</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>The receipt was saved.</source>
        <translation>Le reçu a été enregistré.</translation>
    </message>
    <message>
        <source>The receipt could not be saved there. The report itself is safe; choose another place.</source>
        <translation>Le reçu n’a pas pu être enregistré là. Le signalement lui-même est en sûreté&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Save a receipt…</source>
        <translation>Enregistrer un reçu…</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>It goes on together with another request.</source>
        <translation>Cela continue avec une autre demande.</translation>
    </message>
    <message>
        <source>This request goes on in another one, which will be here after the next contact with the server.</source>
        <translation>Cette demande continue dans une autre, qui sera ici après le prochain contact avec le serveur.</translation>
    </message>
    <message>
        <source>It goes on together with %1.</source>
        <translation>Cela continue avec %1.</translation>
    </message>
    <message>
        <source>This request goes on in %1 “%2”. Answers come there. If that is something else, reopen this one.</source>
        <translation>Cette demande continue dans %1 «&#x202f;%2&#x202f;». Les réponses y arrivent. S’il s’agit d’autre chose, rouvrez celle-ci.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>vigie::RequestsPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Search my requests</source>
        <translation>Chercher dans mes demandes</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Pas encore de demande</translation>
    </message>
    <message>
        <source>When something does not work, report it. You can follow it here, with or without a connection.</source>
        <translation>Quand quelque chose ne marche pas, signalez-le. Vous pourrez le suivre ici, avec ou sans connexion.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>No request of yours contains these words.</source>
        <translation>Aucune de vos demandes ne contient ces mots.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>vigie::RuleDialog</name>
    <message>
        <source>The rule runs</source>
        <translation>La règle est active</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For which tickets</source>
        <translation>Pour quels tickets</translation>
    </message>
    <message>
        <source>All of them, or as in the search field: title:printer priority:high</source>
        <translation>Tous, ou comme dans le champ de recherche&#xa0;: title:printer priority:high</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>What it would touch</source>
        <translation>Ce qu’elle toucherait</translation>
    </message>
    <message>
        <source>A rule is nobody: “me”, what is unread, drafts and the like mean nothing to it. Name a person instead.</source>
        <translation>Une règle n’est personne&#xa0;: «&#x202f;moi&#x202f;», ce qui n’est pas lu, les brouillons et ce genre de choses ne veulent rien dire pour elle. Nommez plutôt une personne.</translation>
    </message>
    <message>
        <source>As time passes it would be done to every ticket. Say to which.</source>
        <translation>Avec le temps, tous les tickets seraient touchés. Dites lesquels.</translation>
    </message>
    <message>
        <source>It finds more than %L1 tickets that are here today.</source>
        <translation>Elle trouve plus de %L1 tickets présents ici aujourd’hui.</translation>
    </message>
    <message numerus="yes">
        <source>It finds %Ln ticket(s) that are here today.</source>
        <translation>
            <numerusform>Elle trouve %Ln ticket présent ici aujourd’hui.</numerusform>
            <numerusform>Elle trouve %Ln tickets présents ici aujourd’hui.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To the first %Ln of them it would do this:</source>
        <translation>
            <numerusform>Voici ce qu’elle ferait au premier&#xa0;:</numerusform>
            <numerusform>Voici ce qu’elle ferait aux %Ln premiers&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is not saved. %1</source>
        <translation>La règle n’est pas enregistrée. %1</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer&#x202f;?</translation>
    </message>
    <message>
        <source>What you wrote in this window goes. Rules that are saved stay.</source>
        <translation>Ce que vous avez écrit dans cette fenêtre est perdu. Les règles enregistrées restent.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>La règle</translation>
    </message>
</context>
<context>
    <name>vigie::RuleWindow</name>
    <message>
        <source>New…</source>
        <translation>Nouvelle…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Rules of the desk</source>
        <translation>Règles de l’assistance</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The server runs them from top to bottom, each at most once for what happened. What a rule does makes no other rule run.</source>
        <translation>Le serveur les exécute de haut en bas, chacune une fois au plus pour ce qui s’est passé. Ce que fait une règle n’en déclenche aucune autre.</translation>
    </message>
    <message>
        <source>The server runs them from top to bottom. Administrators change them.</source>
        <translation>Le serveur les exécute de haut en bas. Les administrateurs les modifient.</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>tous les tickets</translation>
    </message>
    <message>
        <source>%1 · %2 → %3</source>
        <comment>when a rule runs, for which tickets, what it does</comment>
        <translation>%1 · %2 → %3</translation>
    </message>
    <message>
        <source>from another computer, does not run</source>
        <translation>d’un autre ordinateur, inactive</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendue</translation>
    </message>
    <message>
        <source>There is none yet. A rule does by itself what you do each time: where printers go, who is told, what is closed after a week.</source>
        <translation>Il n’y en a pas encore. Une règle fait d’elle-même ce que vous faites chaque fois&#xa0;: où vont les imprimantes, qui est prévenu, ce qui est fermé au bout d’une semaine.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Réactiver</translation>
    </message>
    <message>
        <source>Delete the rule “%1”?</source>
        <translation>Supprimer la règle «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>It goes for the whole desk and cannot be brought back. What it did stays. To stop it for a while, pause it.</source>
        <translation>Elle disparaît pour toute l’assistance et ne peut pas être rétablie. Ce qu’elle a fait reste. Pour l’arrêter un moment, suspendez-la.</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>Supprimer la règle</translation>
    </message>
    <message>
        <source>The rules are as they were</source>
        <translation>Les règles sont restées telles quelles</translation>
    </message>
</context>
<context>
    <name>vigie::ScopeModel</name>
    <message numerus="yes">
        <source>%1, %n open ticket(s)</source>
        <translation>
            <numerusform>%1, %n ticket ouvert</numerusform>
            <numerusform>%1, %n tickets ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Mes vues</translation>
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
    <name>vigie::ScopePanel</name>
    <message>
        <source>Where to look</source>
        <translation>Où chercher</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>a support level, as short as possible</comment>
        <translation>N%1</translation>
    </message>
</context>
<context>
    <name>vigie::SentCard</name>
    <message>
        <source>Copy the phone number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Save a receipt…</source>
        <translation>Enregistrer un reçu…</translation>
    </message>
    <message>
        <source>In twenty seconds you can say:</source>
        <translation>En vingt secondes, vous pouvez dire&#xa0;:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>If you call: your helpdesk&apos;s number can be kept in the preferences.</source>
        <translation>Si vous appelez&#xa0;: le numéro du support peut être noté dans les préférences.</translation>
    </message>
    <message>
        <source>Call now: %1</source>
        <translation>Appelez maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Your request: %1</source>
        <translation>Votre demande&#xa0;: %1</translation>
    </message>
    <message>
        <source>Written %1, received %2.</source>
        <translation>Écrite %1, reçue %2.</translation>
    </message>
    <message>
        <source>Written %1. Not yet received: it is sent when the server answers. Until then this short id names it; it stays findable.</source>
        <translation>Écrite %1. Pas encore reçue&#xa0;: elle part dès que le serveur répond. D’ici là, cet identifiant court la désigne&#x202f;; il restera trouvable.</translation>
    </message>
    <message>
        <source>You are live until %1: call now, and name the number.</source>
        <translation>Vous êtes en direct jusqu’à %1&#xa0;: appelez maintenant et donnez le numéro.</translation>
    </message>
    <message>
        <source>A short call now is the quickest way; name the number.</source>
        <translation>Un court appel maintenant est le plus rapide&#x202f;; donnez le numéro.</translation>
    </message>
    <message>
        <source>What you wrote is what helps most here. A short call with the number makes sure that it is seen.</source>
        <translation>Ce que vous avez écrit est ce qui aide le plus ici. Un court appel avec le numéro garantit que c’est vu.</translation>
    </message>
    <message>
        <source>Writing is enough. For a quick question a chat does as well.</source>
        <translation>L’écrit suffit. Pour une question rapide, une discussion convient aussi.</translation>
    </message>
    <message>
        <source>Writing is enough: you need not call.</source>
        <translation>L’écrit suffit&#xa0;: inutile d’appeler.</translation>
    </message>
    <message>
        <source>Only this written request is followed up to its end.</source>
        <translation>Seule cette demande écrite est suivie jusqu’au bout.</translation>
    </message>
    <message>
        <source>Written %1, received %2. The receipt is signed by “%3”.</source>
        <translation>Écrite %1, reçue %2. Le reçu est signé par «&#x202f;%3&#x202f;».</translation>
    </message>
</context>
<context>
    <name>vigie::ShortcutSheet</name>
    <message>
        <source>Search commands</source>
        <translation>Chercher des commandes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Changer les touches…</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Touches habituelles</translation>
    </message>
    <message>
        <source>All as usual…</source>
        <translation>Tout comme d’habitude…</translation>
    </message>
    <message>
        <source>Give all commands their usual keys?</source>
        <translation>Rendre à toutes les commandes leurs touches habituelles&#x202f;?</translation>
    </message>
    <message>
        <source>The keys you chose are forgotten.</source>
        <translation>Les touches que vous avez choisies sont oubliées.</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Tout comme d’habitude</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>Choisi par vous</translation>
    </message>
    <message>
        <source>“%1” stands for “%2” (%3) already. Nothing was changed.</source>
        <comment>keys, a command, its keys</comment>
        <translation>«&#x202f;%1&#x202f;» correspond déjà à «&#x202f;%2&#x202f;» (%3). Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>L’utiliser plutôt ici</translation>
    </message>
</context>
<context>
    <name>vigie::ShotCard</name>
    <message>
        <source>What is to be seen here? (optional)</source>
        <translation>Que voit-on ici&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>Describe the picture for those who cannot see it</source>
        <translation>Décrivez l’image pour qui ne peut pas la voir</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Draw on it, cut it, hide what nobody should see</source>
        <translation>Dessiner dessus, la couper, masquer ce que personne ne doit voir</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>Monter %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>Descendre %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Caption of %1</source>
        <translation>Légende de %1</translation>
    </message>
    <message>
        <source>%1 in words, for those who cannot see it</source>
        <translation>%1 en mots, pour qui ne peut pas la voir</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Not checked for private places yet: open it with “Edit…”.</source>
        <translation>Endroits privés pas encore vérifiés&#xa0;: ouvrez-la avec «&#x202f;Modifier…&#x202f;».</translation>
    </message>
    <message>
        <source>Not all of it could be searched for private places: please look yourself.</source>
        <translation>Les zones privées n’ont pas pu être cherchées partout&#xa0;: vérifiez vous-même, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>vigie::ShotFlow</name>
    <message>
        <source>Another picture is being taken. Try again when it is done.</source>
        <translation>Une autre capture est en cours. Réessayez quand elle sera terminée.</translation>
    </message>
</context>
<context>
    <name>vigie::ShotStrip</name>
    <message>
        <source>Screenshot %1</source>
        <comment>its number; also the name of the file</comment>
        <translation>Capture %1</translation>
    </message>
    <message>
        <source>The picture is being taken in…</source>
        <translation>L’image est en cours de reprise…</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Du presse-papiers</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>D’un fichier…</translation>
    </message>
    <message numerus="yes">
        <source>A report carries at most %Ln screenshot(s). Those that are here are kept; send the others with another message.</source>
        <translation>
            <numerusform>Un signalement porte au plus %Ln capture. Celles qui sont ici sont conservées&#x202f;; envoyez les autres avec un autre message.</numerusform>
            <numerusform>Un signalement porte au plus %Ln captures. Celles qui sont ici sont conservées&#x202f;; envoyez les autres avec un autre message.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, then try again.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers. Copiez-en une, puis réessayez.</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 a été retirée.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Record steps…</source>
        <translation>Enregistrer des étapes…</translation>
    </message>
    <message>
        <source>A picture at each click, to show how the trouble comes about</source>
        <translation>Une image à chaque clic, pour montrer comment le problème survient</translation>
    </message>
    <message>
        <source>Taken again: it looks exactly the same.</source>
        <translation>Capture refaite&#xa0;: l’image est exactement la même.</translation>
    </message>
</context>
<context>
    <name>vigie::SignInPage</name>
    <message>
        <source>Welcome to Vigie</source>
        <translation>Bienvenue dans Vigie</translation>
    </message>
    <message>
        <source>The helpdesk that keeps working when the network does not.</source>
        <translation>L’assistance qui continue quand le réseau s’arrête.</translation>
    </message>
    <message>
        <source>Is this really “%1”?</source>
        <translation>Est-ce vraiment «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a server&apos;s name and address</comment>
        <translation>%1 à l’adresse %2</translation>
    </message>
    <message>
        <source>Type your helpdesk&apos;s address; your administrator knows it.</source>
        <translation>Tapez l’adresse de votre assistance&#x202f;; votre administrateur la connaît.</translation>
    </message>
    <message>
        <source>Type your name and your password.</source>
        <translation>Tapez votre nom et votre mot de passe.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>This is not an address of a helpdesk. It looks like helpdesk.example.org or https://helpdesk.example.org:8642.</source>
        <translation>Ce n’est pas l’adresse d’une assistance. Elle ressemble à helpdesk.example.org ou à https://helpdesk.example.org:8642.</translation>
    </message>
    <message>
        <source>e.g. helpdesk.example.org</source>
        <translation>p. ex. helpdesk.example.org</translation>
    </message>
    <message>
        <source>Address of your helpdesk</source>
        <translation>Adresse de votre assistance</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Work without signing in</source>
        <translation>Travailler sans se connecter</translation>
    </message>
    <message>
        <source>Read and write as always; nothing is exchanged until you sign in.</source>
        <translation>Lisez et écrivez comme toujours&#x202f;; rien n’est échangé avant votre connexion.</translation>
    </message>
    <message>
        <source>Its certificate is its own; no authority vouches for it. Compare this fingerprint with what vigie-server printed when it was started, or ask your administrator.</source>
        <translation>Son certificat est le sien&#x202f;; aucune autorité ne s’en porte garante. Comparez cette empreinte avec celle que vigie-server a affichée à son démarrage, ou demandez à votre administrateur.</translation>
    </message>
    <message>
        <source>I compared it: all 64 characters are the same</source>
        <translation>J’ai comparé&#xa0;: les 64 caractères sont identiques</translation>
    </message>
    <message>
        <source>Trust this server</source>
        <translation>Faire confiance à ce serveur</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Stop: the server&apos;s certificate has changed</source>
        <translation>Stop&#xa0;: le certificat du serveur a changé</translation>
    </message>
    <message>
        <source>Either the certificate was renewed, or somebody stands between you and the server. Your password was not sent, and your work is kept on this computer. Ask your administrator before you go on.</source>
        <translation>Soit le certificat a été renouvelé, soit quelqu’un se tient entre vous et le serveur. Votre mot de passe n’a pas été envoyé, et votre travail est conservé sur cet ordinateur. Demandez à votre administrateur avant de continuer.</translation>
    </message>
    <message>
        <source>You confirmed</source>
        <translation>Vous aviez confirmé</translation>
    </message>
    <message>
        <source>The server shows now</source>
        <translation>Le serveur présente maintenant</translation>
    </message>
    <message>
        <source>My administrator renewed it…</source>
        <translation>Mon administrateur l’a renouvelé…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Rester connecté sur cet ordinateur</translation>
    </message>
    <message>
        <source>Your sign-in is kept in this computer&apos;s keychain, never in a file.</source>
        <translation>Votre connexion est gardée dans le trousseau de cet ordinateur, jamais dans un fichier.</translation>
    </message>
</context>
<context>
    <name>vigie::SpellMarks</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a language and its country</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Looking for other words…</source>
        <translation>Recherche d’autres mots…</translation>
    </message>
    <message>
        <source>Add “%1” to the dictionary</source>
        <translation>Ajouter «&#x202f;%1&#x202f;» au dictionnaire</translation>
    </message>
    <message>
        <source>Ignore “%1”</source>
        <translation>Ignorer «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>The dictionary has nothing like it</source>
        <translation>Le dictionnaire n’a rien d’approchant</translation>
    </message>
    <message>
        <source>No dictionary for the spelling…</source>
        <translation>Pas de dictionnaire pour l’orthographe…</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>Find out the language</source>
        <translation>Détecter la langue</translation>
    </message>
    <message>
        <source>Find out the language (%1)</source>
        <translation>Détecter la langue (%1)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>“%1” is only known until you close Vigie</source>
        <translation>«&#x202f;%1&#x202f;» n’est connu que jusqu’à la fermeture de Vigie</translation>
    </message>
    <message>
        <source>No dictionary for the spelling</source>
        <translation>Pas de dictionnaire pour l’orthographe</translation>
    </message>
    <message>
        <source>Vigie uses the dictionaries of Hunspell, which many programs share. On Linux, install hunspell-en-us or hunspell-fr; on Windows, LibreOffice brings them; on macOS, put them into Library/Spelling. Then start Vigie again.</source>
        <translation>Vigie utilise les dictionnaires de Hunspell, que beaucoup de programmes partagent. Sous Linux, installez hunspell-fr ou hunspell-en-us&#x202f;; sous Windows, LibreOffice les apporte&#x202f;; sous macOS, placez-les dans Bibliothèque/Spelling. Redémarrez ensuite Vigie.</translation>
    </message>
    <message>
        <source>No other misspelled word</source>
        <translation>Aucun autre mot mal orthographié</translation>
    </message>
</context>
<context>
    <name>vigie::StarRating</name>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message numerus="yes">
        <source>%Ln star(s)</source>
        <translation>
            <numerusform>%Ln étoile</numerusform>
            <numerusform>%Ln étoiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StepCard</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>What did you do here? (optional)</source>
        <translation>Qu’avez-vous fait ici&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Move the mark, draw on it, cut it, hide what nobody should see</source>
        <translation>Déplacez le repère, annotez, recadrez, masquez ce que personne ne doit voir</translation>
    </message>
    <message>
        <source>Step %L1</source>
        <translation>Étape %L1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <comment>a step that will not be attached</comment>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>Minutes and seconds after the recording began</source>
        <translation>Minutes et secondes depuis le début de l’enregistrement</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>picture %L1</source>
        <comment>place in the list</comment>
        <translation>image %L1</translation>
    </message>
    <message>
        <source>Caption of %1</source>
        <translation>Légende de %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Écarter %1</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Garder %1</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>Monter %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>Descendre %1</translation>
    </message>
    <message numerus="yes">
        <source>Hide the same places in %Ln similar step(s)</source>
        <translation>
            <numerusform>Masquer les mêmes endroits dans %Ln étape semblable</numerusform>
            <numerusform>Masquer les mêmes endroits dans %Ln étapes semblables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StepFlow</name>
    <message>
        <source>One click was left out, because the pictures before it are still being written.</source>
        <translation>Un clic a été laissé de côté, car les images précédentes sont encore en cours d’écriture.</translation>
    </message>
    <message>
        <source>Record steps?</source>
        <translation>Enregistrer des étapes&#x202f;?</translation>
    </message>
    <message>
        <source>Until you stop, Vigie takes a picture of the screen at each click, at most %L1 in %L2 minutes. What you type is never recorded.

A red frame shows that the recording is on. Afterwards you look at every picture, drop or cover what nobody should see, and only then attach the rest.</source>
        <translation>Jusqu’à l’arrêt, Vigie photographie l’écran à chaque clic, au plus %L1 fois en %L2 minutes. Ce que vous tapez n’est jamais enregistré.

Un cadre rouge montre que l’enregistrement est en cours. Ensuite vous regardez chaque image, écartez ou masquez ce que personne ne doit voir, et joignez seulement le reste.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Commencer l’enregistrement</translation>
    </message>
    <message>
        <source>Each click is pictured, keys are not. %1 adds a step without a click.</source>
        <translation>Chaque clic est photographié, pas les touches. %1 ajoute une étape sans clic.</translation>
    </message>
    <message>
        <source>Each click is pictured, keys are not.</source>
        <translation>Chaque clic est photographié, pas les touches.</translation>
    </message>
    <message>
        <source>Clicks cannot be seen here. Add each step yourself, with the button or with %1.</source>
        <translation>Les clics ne sont pas visibles ici. Ajoutez chaque étape vous-même, avec le bouton ou avec %1.</translation>
    </message>
    <message>
        <source>Clicks cannot be seen on this desktop. Add each step yourself, with the button, the tray, or the command “vigie --step”.</source>
        <translation>Les clics ne sont pas visibles sur ce bureau. Ajoutez chaque étape vous-même, avec le bouton, l’icône de la zone de notification ou la commande «&#x202f;vigie --step&#x202f;».</translation>
    </message>
    <message>
        <source>The last step could not be kept. %1 The recording is paused; the steps before it are kept.</source>
        <comment>the reason</comment>
        <translation>La dernière étape n’a pas pu être conservée. %1 L’enregistrement est en pause&#x202f;; les étapes précédentes sont conservées.</translation>
    </message>
    <message>
        <source>The desktop refused a picture of the screen. The recording is paused; the steps so far are kept. Allow it in the privacy settings and go on, or stop and review.</source>
        <translation>Le bureau a refusé une image de l’écran. L’enregistrement est en pause&#x202f;; les étapes déjà prises sont conservées. Autorisez-la dans les réglages de confidentialité et continuez, ou arrêtez et passez en revue.</translation>
    </message>
    <message>
        <source>The screen cannot be pictured at the moment, perhaps because it is locked. The recording is paused; go on when it is back.</source>
        <translation>L’écran ne peut pas être photographié pour l’instant, peut-être parce qu’il est verrouillé. L’enregistrement est en pause&#x202f;; continuez quand il sera de retour.</translation>
    </message>
    <message>
        <source>The last click could not be pictured. The recording goes on.</source>
        <translation>Le dernier clic n’a pas pu être photographié. L’enregistrement continue.</translation>
    </message>
    <message>
        <source>Steps are being recorded. Stop first, then take another picture.</source>
        <translation>Des étapes sont en cours d’enregistrement. Arrêtez d’abord, puis prenez une autre image.</translation>
    </message>
    <message>
        <source>What was just recorded or changed could not be written. %1 Nothing is lost as long as Vigie runs; make room, then go on.</source>
        <comment>the reason</comment>
        <translation>Ce qui vient d’être enregistré ou modifié n’a pas pu être écrit. %1 Rien n’est perdu tant que Vigie reste ouvert&#x202f;; libérez de la place, puis continuez.</translation>
    </message>
    <message>
        <source>The recording has ended. There is no step in it.</source>
        <translation>L’enregistrement est terminé. Il ne contient aucune étape.</translation>
    </message>
    <message>
        <source>The recording ended by itself after %L1 steps, the most it takes.</source>
        <translation>L’enregistrement s’est arrêté de lui-même après %L1 étapes, son maximum.</translation>
    </message>
    <message>
        <source>The recording ended by itself after %L1 minutes.</source>
        <translation>L’enregistrement s’est arrêté de lui-même après %L1 minutes.</translation>
    </message>
    <message numerus="yes">
        <source>The report has room for %Ln more picture(s). Drop some steps here, or remove pictures there, and attach again.</source>
        <translation>
            <numerusform>Le signalement peut encore recevoir %Ln image. Écartez des étapes ici, ou retirez des images là-bas, puis joignez de nouveau.</numerusform>
            <numerusform>Le signalement peut encore recevoir %Ln images. Écartez des étapes ici, ou retirez des images là-bas, puis joignez de nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) are in the report. Nothing is sent before you send it.</source>
        <translation>
            <numerusform>%Ln étape est dans le signalement. Rien n’est envoyé avant que vous l’envoyiez.</numerusform>
            <numerusform>%Ln étapes sont dans le signalement. Rien n’est envoyé avant que vous l’envoyiez.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>L’enregistrement a été supprimé.</translation>
    </message>
</context>
<context>
    <name>vigie::StepReview</name>
    <message>
        <source>Recorded steps</source>
        <translation>Étapes enregistrées</translation>
    </message>
    <message>
        <source>Review what was recorded</source>
        <translation>Passer en revue l’enregistrement</translation>
    </message>
    <message>
        <source>Nothing is attached yet. Drop what does not belong here, hide what nobody should see, and say in a few words what you did.</source>
        <translation>Rien n’est encore joint. Écartez ce qui n’a pas sa place ici, masquez ce que personne ne doit voir et dites en quelques mots ce que vous avez fait.</translation>
    </message>
    <message>
        <source>Use window titles as captions</source>
        <translation>Utiliser les titres des fenêtres comme légendes</translation>
    </message>
    <message>
        <source>Titles may name documents, persons or customers. Read them before you attach them.</source>
        <translation>Les titres peuvent nommer des documents, des personnes ou des clients. Lisez-les avant de les joindre.</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message numerus="yes">
        <source>Attach %Ln step(s)</source>
        <translation>
            <numerusform>Joindre %Ln étape</numerusform>
            <numerusform>Joindre %Ln étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) will not be attached</source>
        <translation>
            <numerusform>%Ln étape ne sera pas jointe</numerusform>
            <numerusform>%Ln étapes ne seront pas jointes</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1</source>
        <translation>Étape %L1</translation>
    </message>
    <message numerus="yes">
        <source>Hidden in %Ln more step(s). Look at them before you attach them.</source>
        <translation>
            <numerusform>Masqué dans %Ln autre étape. Regardez-la avant de la joindre.</numerusform>
            <numerusform>Masqué dans %Ln autres étapes. Regardez-les avant de les joindre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard the recording?</source>
        <translation>Supprimer l’enregistrement&#x202f;?</translation>
    </message>
    <message>
        <source>All of its pictures are removed from this computer. Nothing of them was sent.</source>
        <translation>Toutes ses images sont retirées de cet ordinateur. Rien n’en a été envoyé.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>vigie::StyleBar</name>
    <message>
        <source>Tinted</source>
        <translation>Teinté</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>Épais</translation>
    </message>
    <message>
        <source>Boxes and ellipses are tinted inside</source>
        <translation>Cadres et ellipses sont teintés à l’intérieur</translation>
    </message>
</context>
<context>
    <name>vigie::SuggestionStrip</name>
    <message>
        <source>While you write, requests of yours like this one appear here.</source>
        <translation>Pendant que vous écrivez, vos demandes semblables apparaissent ici.</translation>
    </message>
    <message>
        <source>You asked before:</source>
        <translation>Vous avez déjà demandé&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the title of a request, its state</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vigie::SyncIndicator</name>
    <message>
        <source>Exchange with the server now</source>
        <translation>Échanger avec le serveur maintenant</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>vigie::TemplateButton</name>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Reports you keep to use again</source>
        <translation>Signalements gardés pour resservir</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>Aucun modèle pour l’instant</translation>
    </message>
    <message>
        <source>Save this report as a template…</source>
        <translation>Enregistrer ce signalement comme modèle…</translation>
    </message>
    <message>
        <source>Delete a template</source>
        <translation>Supprimer un modèle</translation>
    </message>
</context>
<context>
    <name>vigie::TextCopier</name>
    <message>
        <source>The picture is being read…</source>
        <translation>Lecture de l’image…</translation>
    </message>
    <message>
        <source>The text of this picture could not be read.</source>
        <translation>Le texte de cette image n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>No text was recognised in the picture.</source>
        <translation>Aucun texte n’a été reconnu dans l’image.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of text copied. Read them before you use them: machines misread.</source>
        <translation>
            <numerusform>%Ln ligne de texte copiée. Relisez-la avant de l’utiliser&#xa0;: une machine lit parfois mal.</numerusform>
            <numerusform>%Ln lignes de texte copiées. Relisez-les avant de les utiliser&#xa0;: une machine lit parfois mal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Fichier %1</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Quote the selection</source>
        <translation>Citer la sélection</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Quote the message</source>
        <translation>Citer le message</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>Regarder %1</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>Enregistrer %1 sous…</translation>
    </message>
    <message>
        <source>What happens to this message…</source>
        <translation>Ce que devient ce message…</translation>
    </message>
</context>
<context>
    <name>vigie::TicketEscalation</name>
    <message>
        <source>This ticket was never passed on, so there is nowhere to hand it back to. Nothing was changed; it can be escalated at any time.</source>
        <translation>Ce ticket n’a jamais été transmis&#xa0;: il n’y a personne à qui le renvoyer. Rien n’a été modifié&#x202f;; vous pouvez l’escalader à tout moment.</translation>
    </message>
    <message>
        <source>These words are kept in this window only. %1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>Ces mots ne sont conservés que dans cette fenêtre. %1 %2</translation>
    </message>
    <message>
        <source>The note has more than %L1 characters. Nothing was sent and your words are still here; make it shorter.</source>
        <translation>La note dépasse %L1 caractères. Rien n’a été envoyé et votre texte est toujours là&#x202f;; raccourcissez-le.</translation>
    </message>
    <message>
        <source>Handed back to %1</source>
        <translation>Renvoyé au %1</translation>
    </message>
    <message>
        <source>Escalated to %1</source>
        <translation>Escaladé au %1</translation>
    </message>
</context>
<context>
    <name>vigie::TicketFiles</name>
    <message>
        <source>Fetching %1…</source>
        <translation>Récupération de %1…</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>Its bytes are not a picture that Vigie opens. You can still save it as a file.</source>
        <translation>Ce n’est pas une image que Vigie sait ouvrir. Vous pouvez tout de même l’enregistrer comme fichier.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>The picture is being prepared…</source>
        <translation>L’image est en préparation…</translation>
    </message>
    <message>
        <source>Without marks</source>
        <translation>Sans annotations</translation>
    </message>
</context>
<context>
    <name>vigie::TicketHeader</name>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Changer le titre</translation>
    </message>
    <message>
        <source>As the requester sees it</source>
        <translation>Comme le voit le demandeur</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Escalader…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Interlocuteur</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Moi (%1)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Ajouter une étiquette…</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Retirer «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>category, time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Your contact: %1</source>
        <translation>Votre interlocuteur&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 · asked %2</source>
        <comment>a person, a time</comment>
        <translation>%1 · demandé %2</translation>
    </message>
    <message>
        <source>Update asked %1</source>
        <translation>Nouvelles demandées %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Moins de champs</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Plus de champs</translation>
    </message>
    <message>
        <source>Already at the highest level: tells its people again</source>
        <translation>Déjà au niveau le plus élevé&#xa0;: prévient de nouveau ses intervenants</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Au %1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Encore personne</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>No clock runs</source>
        <translation>Aucun délai en cours</translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Copy the path as text</source>
        <translation>Copier le parcours en texte</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
</context>
<context>
    <name>vigie::TicketListModel</name>
    <message>
        <source>Ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>nobody owns it</source>
        <translation>sans responsable</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>responsable&#xa0;: %1</translation>
    </message>
    <message>
        <source>an update was asked for</source>
        <translation>des nouvelles ont été demandées</translation>
    </message>
    <message>
        <source>changes are waiting to be sent</source>
        <translation>des modifications attendent d’être envoyées</translation>
    </message>
    <message>
        <source>marked, %1</source>
        <comment>a ticket</comment>
        <translation>marqué, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tickets, folded</source>
        <comment>a group</comment>
        <translation>
            <numerusform>%1, %n ticket, replié</numerusform>
            <numerusform>%1, %n tickets, replié</numerusform>
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
    <name>vigie::TicketMerge</name>
    <message>
        <source>In which ticket does it go on?</source>
        <translation>Dans quel ticket cela continue-t-il&#x202f;?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>%1 is closed and its conversation is shown in the other ticket. %2 is told where it goes on, and can read the public part there. They can be taken apart again at any time.</source>
        <translation>%1 est clos et sa conversation est montrée dans l’autre ticket. %2 apprend où cela continue et peut y lire la partie publique. Les deux peuvent être séparés à tout moment.</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>Fusionné avec %1</translation>
    </message>
    <message>
        <source>In which ticket do they go on?</source>
        <translation>Dans quel ticket continuent-ils&#x202f;?</translation>
    </message>
    <message>
        <source>The others are closed and their conversations are shown in that ticket. Their requesters are told where it goes on, and can read the public part there. They can be taken apart again at any time.</source>
        <translation>Les autres sont clos et leurs conversations sont montrées dans ce ticket. Leurs demandeurs apprennent où cela continue et peuvent y lire la partie publique. Ils peuvent être séparés à tout moment.</translation>
    </message>
</context>
<context>
    <name>vigie::TicketPage</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and its new value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
    <message>
        <source>This ticket is yours already.</source>
        <translation>Ce ticket est déjà à vous.</translation>
    </message>
    <message>
        <source>You took this ticket</source>
        <translation>Vous avez pris ce ticket</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Changer le titre</translation>
    </message>
    <message>
        <source>The requester sees the title too.</source>
        <translation>Le demandeur voit aussi le titre.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Ajouter des étiquettes</translation>
    </message>
    <message>
        <source>One or several, with commas between them.</source>
        <translation>Une ou plusieurs, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Tags added: %1</source>
        <translation>Étiquettes ajoutées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Note ajoutée</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;: %1</translation>
    </message>
    <message>
        <source>It was sent already; words cannot be unsaid. Nothing was changed.</source>
        <translation>C’est déjà envoyé&#x202f;; des mots ne se reprennent pas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Taken back before it was sent.</source>
        <translation>Repris avant l’envoi.</translation>
    </message>
    <message>
        <source>Take the ticket</source>
        <translation>Prendre le ticket</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Confier à…</translation>
    </message>
    <message>
        <source>Change the state…</source>
        <translation>Changer l’état…</translation>
    </message>
    <message>
        <source>Change the priority…</source>
        <translation>Changer la priorité…</translation>
    </message>
    <message>
        <source>Move to another queue…</source>
        <translation>Déplacer vers une autre file…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Escalader…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Ajouter une étiquette…</translation>
    </message>
    <message>
        <source>Change the title…</source>
        <translation>Changer le titre…</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Copy the number and title</source>
        <translation>Copier le numéro et le titre</translation>
    </message>
    <message>
        <source>As the requester sees it</source>
        <translation>Comme le voit le demandeur</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Étiquettes modifiées</translation>
    </message>
    <message>
        <source>Choose a ticket</source>
        <translation>Choisissez un ticket</translation>
    </message>
    <message>
        <source>It opens here. J and K walk through the list, R replies, M takes it.</source>
        <translation>Il s’ouvre ici. J et K parcourent la liste, R répond, M le prend.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Revenir au travail</translation>
    </message>
    <message>
        <source>Change the watchers…</source>
        <translation>Modifier les observateurs…</translation>
    </message>
    <message>
        <source>Link to another ticket…</source>
        <translation>Lier à un autre ticket…</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Ajouter un champ…</translation>
    </message>
    <message>
        <source>This is what %1 sees: no notes, no internal states, no teams, nothing that still waits to be sent.</source>
        <translation>Voici ce que voit %1&#xa0;: ni notes, ni états internes, ni équipes, ni ce qui attend encore d’être envoyé.</translation>
    </message>
    <message>
        <source>Reply on its way</source>
        <translation>Réponse en route</translation>
    </message>
    <message>
        <source>On its way, and state: %1</source>
        <translation>En route, et état&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %Ln of %1: %2</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>Annulé pour %Ln sur %1&#xa0;: %2</numerusform>
            <numerusform>Annulé pour %Ln sur %1&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Show the escalation path</source>
        <translation>Afficher le parcours entre les niveaux</translation>
    </message>
    <message>
        <source>It cannot be taken back any more: the ticket has left what you can see. Nothing was changed; the people there can hand it back.</source>
        <translation>Il n’est plus possible de revenir en arrière&#xa0;: le ticket n’est plus visible pour vous. Rien n’a été modifié&#x202f;; ceux qui l’ont reçu peuvent vous le renvoyer.</translation>
    </message>
    <message>
        <source>Undone: %1. The note was sent already and stays; only colleagues read it.</source>
        <translation>Annulé&#xa0;: %1. La note était déjà envoyée et reste en place&#x202f;; seuls vos collègues la lisent.</translation>
    </message>
    <message>
        <source>Your answer is in the bin for 30 days.</source>
        <translation>Votre réponse est dans la corbeille pendant 30 jours.</translation>
    </message>
    <message>
        <source>Your answer is in the editor again.</source>
        <translation>Votre réponse est de nouveau dans l’éditeur.</translation>
    </message>
    <message>
        <source>This is the requester&apos;s view; it shows nothing internal.</source>
        <translation>C’est la vue du demandeur&#x202f;; elle ne montre rien d’interne.</translation>
    </message>
    <message>
        <source>This ticket goes on in another one, which is not on this computer.</source>
        <translation>Ce ticket continue dans un autre, qui n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This ticket goes on in %1 “%2”. Answer there; what is written here is shown there too.</source>
        <translation>Ce ticket continue dans %1 «&#x202f;%2&#x202f;». Répondez là-bas&#x202f;; ce qui est écrit ici y est montré aussi.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>On its own again</source>
        <translation>De nouveau séparé</translation>
    </message>
    <message>
        <source>%1 goes on on its own again</source>
        <translation>%1 continue de nouveau séparément</translation>
    </message>
    <message>
        <source>Merge into another ticket…</source>
        <translation>Fusionner avec un autre ticket…</translation>
    </message>
    <message>
        <source>Show person and computer, or not</source>
        <translation>Afficher ou non la personne et l’ordinateur</translation>
    </message>
    <message>
        <source>Go to person and computer</source>
        <translation>Aller à la personne et à l’ordinateur</translation>
    </message>
    <message>
        <source>There is no ticket #%1 on this computer.</source>
        <translation>Il n’y a pas de ticket #%1 sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing was changed: it was so already.</source>
        <translation>Rien n’a changé&#xa0;: c’était déjà ainsi.</translation>
    </message>
    <message>
        <source>Run a macro…</source>
        <translation>Lancer une macro…</translation>
    </message>
    <message>
        <source>The stopwatch runs.</source>
        <translation>Le chronomètre tourne.</translation>
    </message>
    <message>
        <source>The stopwatch is paused.</source>
        <translation>Le chronomètre est en pause.</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Me le rappeler…</translation>
    </message>
    <message>
        <source>Start or pause the stopwatch</source>
        <translation>Démarrer le chronomètre ou le mettre en pause</translation>
    </message>
    <message>
        <source>Log time worked…</source>
        <translation>Noter le temps passé…</translation>
    </message>
</context>
<context>
    <name>vigie::TicketPicker</name>
    <message>
        <source>%1  %2 – %3, %4</source>
        <comment>number, title, requester, state</comment>
        <translation>%1  %2 – %3, %4</translation>
    </message>
    <message>
        <source>A number, or words of it</source>
        <translation>Un numéro, ou des mots du ticket</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Type its number, or words of its title or thread.</source>
        <translation>Saisissez son numéro, ou des mots de son titre ou de la conversation.</translation>
    </message>
    <message>
        <source>That ticket cannot be chosen here.</source>
        <translation>Ce ticket ne peut pas être choisi ici.</translation>
    </message>
    <message>
        <source>This computer knows no such ticket.</source>
        <translation>Cet ordinateur ne connaît aucun ticket de ce genre.</translation>
    </message>
</context>
<context>
    <name>vigie::TicketRelations</name>
    <message>
        <source>Who should follow this ticket?</source>
        <translation>Qui doit suivre ce ticket&#x202f;?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>%1 follows this ticket</source>
        <translation>%1 suit ce ticket</translation>
    </message>
    <message>
        <source>Watcher removed</source>
        <translation>Observateur retiré</translation>
    </message>
    <message>
        <source>This ticket %1…</source>
        <comment>the beginning of a link, e.g. &apos;relates to&apos;</comment>
        <translation>Ce ticket %1…</translation>
    </message>
    <message>
        <source>The number of the other ticket</source>
        <translation>Le numéro de l’autre ticket</translation>
    </message>
    <message>
        <source>e.g. 1042</source>
        <translation>p. ex. 1042</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>There is no ticket “%1” on this computer. Nothing was changed; check the number and try again.</source>
        <translation>Il n’y a pas de ticket «&#x202f;%1&#x202f;» sur cet ordinateur. Rien n’a été modifié&#x202f;; vérifiez le numéro et réessayez.</translation>
    </message>
    <message>
        <source>That is this very ticket. Nothing was changed; a link leads to another one.</source>
        <translation>C’est ce ticket même. Rien n’a été modifié&#x202f;; un lien mène à une autre.</translation>
    </message>
    <message>
        <source>Linked: this ticket %1 %2</source>
        <comment>a kind of link, a ticket</comment>
        <translation>Lien&#xa0;: ce ticket %1 %2</translation>
    </message>
    <message>
        <source>Link removed</source>
        <translation>Lien retiré</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>What is it called? Only colleagues see it.</source>
        <translation>Comment s’appelle-t-il&#x202f;? Seuls les collègues le voient.</translation>
    </message>
    <message>
        <source>e.g. Room, or Serial number</source>
        <translation>p. ex. Salle, ou Numéro de série</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>The value; empty removes the field.</source>
        <translation>La valeur&#x202f;; vide, elle retire le champ.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>vigie::TicketTabs</name>
    <message>
        <source>Open tickets</source>
        <translation>Tickets ouverts dans les onglets</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The ticket that is chosen in the list</source>
        <translation>Le ticket choisi dans la liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Something new arrived</source>
        <translation>Du nouveau est arrivé</translation>
    </message>
    <message>
        <source>Something unsent is written there</source>
        <translation>Un texte non envoyé s’y trouve</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Fermer %1</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Fermer les autres</translation>
    </message>
</context>
<context>
    <name>vigie::TicketWindow</name>
    <message>
        <source>Back into a tab</source>
        <translation>Remettre dans un onglet</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>A file is still being copied into the answer. Close the window again when it is there.</source>
        <translation>Un fichier est encore en cours de copie dans la réponse. Refermez la fenêtre quand il y sera.</translation>
    </message>
</context>
<context>
    <name>vigie::ToolBox</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tool and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vigie::TrayIcon</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Open Vigie</source>
        <translation>Ouvrir Vigie</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Report with a picture of the screen</source>
        <translation>Signaler avec une image de l’écran</translation>
    </message>
    <message>
        <source>Record steps</source>
        <translation>Enregistrer des étapes</translation>
    </message>
    <message>
        <source>Add a step now</source>
        <translation>Ajouter une étape maintenant</translation>
    </message>
    <message>
        <source>Stop and review</source>
        <translation>Arrêter et passer en revue</translation>
    </message>
    <message>
        <source>Discard the recording…</source>
        <translation>Supprimer l’enregistrement…</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Reprendre l’enregistrement</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>Mettre l’enregistrement en pause</translation>
    </message>
    <message>
        <source>Recording paused: %L1 of %L2 steps</source>
        <translation>Enregistrement en pause&#xa0;: %L1 étapes sur %L2</translation>
    </message>
    <message>
        <source>Recording steps: %L1 of %L2</source>
        <translation>Enregistrement des étapes&#xa0;: %L1 sur %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread notification(s)</source>
        <translation>
            <numerusform>%Ln notification non lue</numerusform>
            <numerusform>%Ln notifications non lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) of you</source>
        <translation>
            <numerusform>%Ln mention de vous</numerusform>
            <numerusform>%Ln mentions de vous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::VerdictCard</name>
    <message>
        <source>Yes, it works</source>
        <translation>Oui, cela marche</translation>
    </message>
    <message>
        <source>No, not yet</source>
        <translation>Non, pas encore</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Donner mon avis</translation>
    </message>
    <message>
        <source>A word about it (optional)</source>
        <translation>Un mot à ce sujet (facultatif)</translation>
    </message>
    <message>
        <source>We think it is fixed. Does it work now?</source>
        <translation>Nous pensons que c’est résolu. Est-ce que cela marche maintenant&#x202f;?</translation>
    </message>
    <message>
        <source>Your verdict. You can change it.</source>
        <translation>Votre avis. Vous pouvez le changer.</translation>
    </message>
    <message>
        <source>How was it? Your verdict helps us to get better.</source>
        <translation>Comment était-ce&#x202f;? Votre avis nous aide à progresser.</translation>
    </message>
</context>
<context>
    <name>vigie::ViewShelf</name>
    <message>
        <source>Your views cannot be read: %1</source>
        <translation>Vos vues ne peuvent pas être lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>The view is not saved</source>
        <translation>La vue n’est pas enregistrée</translation>
    </message>
    <message>
        <source>“%1” is saved among your views.</source>
        <translation>«&#x202f;%1&#x202f;» est enregistrée parmi vos vues.</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>What shall it be called?</source>
        <translation>Comment doit-elle s’appeler&#x202f;?</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>What “%1” looks for:</source>
        <translation>Ce que cherche «&#x202f;%1&#x202f;»&#xa0;:</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Modifier la vue</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>Supprimer la vue «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Only the view goes; the tickets in it stay what they are.</source>
        <translation>Seule la vue disparaît&#x202f;; ses tickets restent ce qu’ils sont.</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Supprimer la vue</translation>
    </message>
    <message>
        <source>The view is still there</source>
        <translation>La vue est toujours là</translation>
    </message>
    <message>
        <source>%1 (from another computer)</source>
        <translation>%1 (d’un autre ordinateur)</translation>
    </message>
</context>
<context>
    <name>vigie::WakeBox</name>
    <message>
        <source>Stays as it is</source>
        <translation>Reste tel quel</translation>
    </message>
    <message>
        <source>How many hours or days</source>
        <translation>Combien d’heures ou de jours</translation>
    </message>
</context>
<context>
    <name>vigie::WorkSection</name>
    <message>
        <source>Time worked</source>
        <translation>Temps passé</translation>
    </message>
    <message>
        <source>Start the stopwatch</source>
        <translation>Démarrer le chronomètre</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Time worked, to be corrected by hand</source>
        <translation>Temps passé, à corriger à la main</translation>
    </message>
    <message>
        <source>1:30, 90 min or 1 h 30</source>
        <translation>1:30, 90 min ou 1 h 30</translation>
    </message>
    <message>
        <source>Adds this time to the ticket; the requester does not see it</source>
        <translation>Ajoute ce temps au ticket&#x202f;; le demandeur ne le voit pas</translation>
    </message>
    <message>
        <source>What the work was about</source>
        <translation>Sur quoi portait le travail</translation>
    </message>
    <message>
        <source>What it was about (optional)</source>
        <translation>De quoi il s’agissait (facultatif)</translation>
    </message>
    <message>
        <source>Pause the stopwatch</source>
        <translation>Mettre le chronomètre en pause</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>time worked</comment>
        <translation>%1 en tout</translation>
    </message>
    <message>
        <source>Nothing logged so far</source>
        <translation>Rien de noté jusqu’ici</translation>
    </message>
    <message>
        <source>%1. The watch of another ticket runs; starting this one pauses it.</source>
        <comment>a sentence without its full stop</comment>
        <translation>%1. Le chronomètre d’un autre ticket tourne&#x202f;; démarrer celui-ci le met en pause.</translation>
    </message>
    <message>
        <source>Write the time as 1:30, 90 min or 1 h 30; at most 24 hours.</source>
        <translation>Écrivez le temps sous la forme 1:30, 90 min ou 1 h 30&#x202f;; 24 heures au plus.</translation>
    </message>
    <message>
        <source>Less than a second: there is nothing to log yet.</source>
        <translation>Moins d’une seconde&#xa0;: il n’y a encore rien à noter.</translation>
    </message>
    <message>
        <source>That is more than a day; perhaps the watch was forgotten. Correct the time and log it again. Nothing was lost.</source>
        <translation>C’est plus d’un jour&#x202f;; le chronomètre a peut-être été oublié. Corrigez le temps et notez-le de nouveau. Rien n’a été perdu.</translation>
    </message>
    <message>
        <source>%1 of work logged</source>
        <comment>a time</comment>
        <translation>Temps noté&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::WritingHelp</name>
    <message>
        <source>Insert a canned text…</source>
        <translation>Insérer un texte type…</translation>
    </message>
    <message>
        <source>Save selection as canned text…</source>
        <translation>Enregistrer la sélection comme texte type…</translation>
    </message>
</context>
<context>
    <name>vigie::WritingOffers</name>
    <message>
        <source>Write your first canned text…</source>
        <translation>Écrire votre premier texte type…</translation>
    </message>
    <message>
        <source>Words you need again and again, by a keyword of your own.</source>
        <translation>Des mots dont vous avez souvent besoin, par un mot-clé de votre choix.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a ticket&apos;s requester and state</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
</TS>
