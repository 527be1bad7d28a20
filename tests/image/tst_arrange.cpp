// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationgeometry.h"
#include "core/image/arrange.h"

#include <QTest>

using namespace vigie;

class TestArrange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWayMovesAndNothingIsResized_data();
    void everyWayMovesAndNothingIsResized();
    void tooFewStayWhereTheyAre();
    void whatOverlapsIsSpreadAsWell();
};

namespace {

Annotation boxAt(const QRectF &rect)
{
    Annotation item;
    item.kind = AnnotationKind::Box;
    item.rect = rect;
    return item;
}

/// Two boxes and an upright line, which has no width.
QList<Annotation> three()
{
    Annotation line;
    line.kind = AnnotationKind::Line;
    line.points = {QPointF(300, 10), QPointF(300, 50)};
    return {boxAt({0, 100, 40, 20}), boxAt({100, 0, 60, 60}), line};
}

} // namespace

void TestArrange::everyWayMovesAndNothingIsResized_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QList<QPointF>>("corners");
    const auto row = [](const char *name, Arrange how, const QList<QPointF> &corners) {
        QTest::newRow(name) << int(how) << corners;
    };
    row("left", Arrange::Left, {{0, 100}, {0, 0}, {0, 10}});
    row("centre", Arrange::Centre, {{130, 100}, {120, 0}, {150, 10}});
    row("right", Arrange::Right, {{260, 100}, {240, 0}, {300, 10}});
    row("top", Arrange::Top, {{0, 0}, {100, 0}, {300, 0}});
    row("middle", Arrange::Middle, {{0, 50}, {100, 30}, {300, 40}});
    row("bottom", Arrange::Bottom, {{0, 100}, {100, 60}, {300, 80}});
    row("across", Arrange::SpreadAcross, {{0, 100}, {140, 0}, {300, 10}});
    row("down", Arrange::SpreadDown, {{0, 100}, {100, 0}, {300, 60}});
}

void TestArrange::everyWayMovesAndNothingIsResized()
{
    QFETCH(int, how);
    QFETCH(QList<QPointF>, corners);
    QList<Annotation> items = three();
    arrange(items, Arrange(how));
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(placeOf(items[i]).topLeft(), corners[i]);
        QCOMPARE(placeOf(items[i]).size(), placeOf(three()[i]).size());
    }
}

void TestArrange::tooFewStayWhereTheyAre()
{
    QList<Annotation> two = three().mid(0, 2);
    const QList<Annotation> before = two;
    arrange(two, Arrange::SpreadAcross);
    QCOMPARE(two, before);
    QList<Annotation> none;
    arrange(none, Arrange::Left);
    QVERIFY(none.isEmpty());
}

void TestArrange::whatOverlapsIsSpreadAsWell()
{
    QList<Annotation> items{boxAt({0, 0, 50, 10}), boxAt({10, 0, 50, 10}), boxAt({60, 0, 50, 10})};
    arrange(items, Arrange::SpreadAcross);
    QCOMPARE(items[1].rect.left(), 30.0); // gaps of -20 on both sides
    QCOMPARE(items[2].rect.left(), 60.0);
}

QTEST_APPLESS_MAIN(TestArrange)
#include "tst_arrange.moc"
