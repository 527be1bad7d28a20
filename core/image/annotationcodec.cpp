// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationcodec.h"

#include "core/base/json.h"
#include "core/base/limits.h"

#include <QSet>

#include <cmath>

namespace vigie {

namespace {

constexpr int kSchema = 1;

double hundredths(qreal value)
{
    return std::round(value * 100) / 100;
}

QJsonArray numbers(std::initializer_list<qreal> values)
{
    QJsonArray array;
    for (const qreal value : values)
        array.append(hundredths(value));
    return array;
}

QJsonArray pointsJson(const QList<QPointF> &points)
{
    QJsonArray array;
    for (const QPointF &point : points)
        array.append(numbers({point.x(), point.y()}));
    return array;
}

void putText(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

bool hasRect(AnnotationKind kind)
{
    const AnnotationGeometry geometry = geometryOf(kind);
    return geometry == AnnotationGeometry::Area || geometry == AnnotationGeometry::AreaAndTip
        || geometry == AnnotationGeometry::View;
}

QJsonObject itemJson(const Annotation &item)
{
    if (item.kind == AnnotationKind::Unknown)
        return item.unknown;
    QJsonObject object;
    putText(object, "id", item.id);
    putText(object, "layer", item.layer);
    putText(object, "type", annotationKindName(item.kind));
    if (!item.points.isEmpty())
        object.insert(QStringLiteral("points"), pointsJson(item.points));
    if (hasRect(item.kind)) {
        object.insert(QStringLiteral("rect"), numbers({item.rect.x(), item.rect.y(),
                                                       item.rect.width(), item.rect.height()}));
    }
    putText(object, "text", item.text);
    if (item.number > 0)
        object.insert(QStringLiteral("n"), item.number);
    putText(object, "color", item.color.isValid() ? item.color.name() : QString());
    object.insert(QStringLiteral("width"), hundredths(item.width));
    if (item.filled)
        object.insert(QStringLiteral("filled"), true);
    putText(object, "reason", item.reason);
    return object;
}

/// Reads the parts of a document and remembers what was wrong first.
class DocumentReader
{
public:
    explicit DocumentReader(const QJsonObject &object) : m_object(object), m_top(object) {}

    [[nodiscard]] Result<AnnotationDocument> read()
    {
        if (m_top.integer("schema", 1, 1'000'000) > kSchema && m_top.ok())
            return fail(ErrorCode::StoreTooNew, QStringLiteral("annotations of a later schema"));
        readPicture();
        // Two flags, because there was one when a search could only be whole.
        if (m_top.optBool("checked", false))
            m_document.searched = PrivateSearch::Whole;
        else if (m_top.optBool("checkedPartly", false))
            m_document.searched = PrivateSearch::Partly;
        m_document.caption = m_top.optText("caption", limits::kTitleLength);
        m_document.firstStep =
            int(m_top.optInteger("firstStep", 1, limits::kAnnotations, 1));
        m_document.alt = m_top.optText("alt", limits::kShortTextLength);
        readLayers();
        readItems();
        VIGIE_TRY(m_top.done());
        return m_document;
    }

private:
    void readPicture()
    {
        json::Reader image(m_top.object("image"), QStringLiteral("image"));
        m_document.sha256 = image.optText("sha256", 64);
        const int width = int(image.integer("w", 1, limits::kPictureSide));
        const int height = int(image.integer("h", 1, limits::kPictureSide));
        m_document.size = QSize(width, height);
        m_document.dpr = number(image.value("dpr"), 0.25, 16, "image");
        if (const Done done = image.done(); !done)
            m_top.reject("image", done.error().detail);
        m_room = QRectF(-width, -height, 3.0 * width, 3.0 * height);
        if (m_object.contains(QLatin1String("crop")) && m_top.ok()) {
            const QRectF crop = rectFrom(m_object.value(QLatin1String("crop")), "crop");
            m_document.crop = crop.toRect() & QRect(QPoint(), m_document.size);
            if (m_document.crop.isEmpty())
                m_top.reject("crop", QStringLiteral("nothing remains"));
        }
    }

    void readLayers()
    {
        const QJsonArray layers = m_top.optArray("layers", limits::kAnnotationLayers);
        for (const QJsonValue &value : layers) {
            json::Reader reader(value.toObject(), QStringLiteral("layers"));
            AnnotationLayer layer;
            layer.id = reader.text("id", 64);
            layer.by = reader.optText("by", 64);
            layer.name = reader.optText("name", limits::kNameLength);
            if (const Done done = reader.done(); !done)
                return m_top.reject("layers", done.error().detail);
            if (layer.id.isEmpty() || m_layers.contains(layer.id))
                return m_top.reject("layers", QStringLiteral("ids must be unique"));
            m_layers.insert(layer.id);
            m_document.layers.append(layer);
        }
    }

    void readItems()
    {
        const QJsonArray items = m_top.optArray("items", limits::kAnnotations);
        QSet<QString> ids;
        for (const QJsonValue &value : items) {
            if (!m_top.ok())
                return;
            if (!value.isObject())
                return m_top.reject("items", QStringLiteral("not an object"));
            const Annotation item = readItem(value.toObject());
            if (item.id.isEmpty() || ids.contains(item.id))
                return m_top.reject("items", QStringLiteral("ids must be unique"));
            ids.insert(item.id);
            m_document.items.append(item);
        }
    }

    [[nodiscard]] Annotation readItem(const QJsonObject &object)
    {
        json::Reader reader(object, QStringLiteral("items"));
        Annotation item;
        item.id = reader.text("id", 64);
        item.kind = annotationKindFrom(reader.text("type", 32));
        item.layer = reader.text("layer", 64);
        if (reader.ok() && !m_layers.contains(item.layer))
            reader.reject("layer", QStringLiteral("no such layer"));
        if (item.kind == AnnotationKind::Unknown) {
            if (json::compact(object).size() > limits::kUnknownAnnotationBytes)
                reader.reject("type", QStringLiteral("too much that is not understood"));
            item.unknown = object;
        } else {
            readPlace(object, item);
            readLook(object, reader, item);
        }
        if (const Done done = reader.done(); !done)
            m_top.reject("items", done.error().detail);
        return item;
    }

    void readLook(const QJsonObject &object, json::Reader &reader, Annotation &item)
    {
        item.text = reader.optText("text", limits::kShortTextLength);
        item.number = int(reader.optInteger("n", 0, limits::kAnnotations, 0));
        const QString color = reader.optText("color", 7);
        static const QString hexDigits = QStringLiteral("0123456789abcdefABCDEF");
        bool well = color.size() == 7 && color.startsWith(u'#');
        for (qsizetype i = 1; i < color.size(); ++i)
            well = well && hexDigits.contains(color[i]);
        if (!color.isEmpty() && !well)
            reader.reject("color", QStringLiteral("not #rrggbb"));
        else if (!color.isEmpty())
            item.color = QColor(color);
        item.width = number(object.value(QLatin1String("width")), 0.5, 400, "width");
        item.filled = reader.optBool("filled", false);
        item.reason = reader.optText("reason", 32);
    }

    void readPlace(const QJsonObject &object, Annotation &item)
    {
        const AnnotationGeometry geometry = geometryOf(item.kind);
        const QJsonValue points = object.value(QLatin1String("points"));
        const QJsonValue rect = object.value(QLatin1String("rect"));
        if (hasRect(item.kind))
            item.rect = rectFrom(rect, "rect");
        const auto [least, most] = pointsOf(geometry);
        if (most > 0)
            item.points = pointsFrom(points, least, most);
    }

    [[nodiscard]] static std::pair<qsizetype, qsizetype> pointsOf(AnnotationGeometry geometry)
    {
        switch (geometry) {
        case AnnotationGeometry::Segment: return {2, 2};
        case AnnotationGeometry::Path: return {2, limits::kPointsPerAnnotation};
        case AnnotationGeometry::AreaAndTip: return {1, 1};
        case AnnotationGeometry::Mark: return {1, 2};
        case AnnotationGeometry::View: return {2, 2};
        case AnnotationGeometry::Area:
        case AnnotationGeometry::None: break;
        }
        return {0, 0};
    }

    [[nodiscard]] double number(const QJsonValue &value, double least, double most,
                                const char *key)
    {
        const double found = value.toDouble(std::nan(""));
        // Written so that "not a number" fails too.
        if (value.isDouble() && found >= least && found <= most)
            return found;
        m_top.reject(key, QStringLiteral("a number is missing or out of range"));
        return least;
    }

    [[nodiscard]] QPointF pointFrom(const QJsonArray &pair, qsizetype at)
    {
        const double x = number(pair.at(at), m_room.left(), m_room.right(), "points");
        const double y = number(pair.at(at + 1), m_room.top(), m_room.bottom(), "points");
        return {x, y};
    }

    [[nodiscard]] QRectF rectFrom(const QJsonValue &value, const char *key)
    {
        const QJsonArray array = value.toArray();
        if (array.size() != 4) {
            m_top.reject(key, QStringLiteral("not four numbers"));
            return {};
        }
        const QPointF corner = pointFrom(array, 0);
        const double width = number(array.at(2), 0, m_room.width(), key);
        const double height = number(array.at(3), 0, m_room.height(), key);
        return {corner.x(), corner.y(), width, height};
    }

    [[nodiscard]] QList<QPointF> pointsFrom(const QJsonValue &value, qsizetype least,
                                            qsizetype most)
    {
        const QJsonArray array = value.toArray();
        m_points += array.size();
        if (array.size() < least || array.size() > most || m_points > limits::kAnnotationPoints) {
            m_top.reject("points", QStringLiteral("too few or too many"));
            return {};
        }
        QList<QPointF> points;
        for (const QJsonValue &pair : array) {
            if (pair.toArray().size() != 2) {
                m_top.reject("points", QStringLiteral("not two numbers"));
                return {};
            }
            points.append(pointFrom(pair.toArray(), 0));
        }
        return points;
    }

    QJsonObject m_object;
    json::Reader m_top;
    AnnotationDocument m_document;
    QSet<QString> m_layers;
    QRectF m_room; ///< where places may lie
    qsizetype m_points = 0;
};

} // namespace

QJsonObject annotationJson(const AnnotationDocument &document)
{
    QJsonObject image;
    putText(image, "sha256", document.sha256);
    image.insert(QStringLiteral("w"), document.size.width());
    image.insert(QStringLiteral("h"), document.size.height());
    image.insert(QStringLiteral("dpr"), hundredths(document.dpr));
    QJsonArray layers;
    for (const AnnotationLayer &layer : document.layers) {
        QJsonObject object;
        putText(object, "id", layer.id);
        putText(object, "by", layer.by);
        putText(object, "name", layer.name);
        layers.append(object);
    }
    QJsonArray items;
    for (const Annotation &item : document.items)
        items.append(itemJson(item));
    QJsonObject object;
    object.insert(QStringLiteral("schema"), kSchema);
    object.insert(QStringLiteral("image"), image);
    if (!document.crop.isNull()) {
        const QRectF crop(document.crop);
        object.insert(QStringLiteral("crop"),
                      numbers({crop.x(), crop.y(), crop.width(), crop.height()}));
    }
    if (document.searched == PrivateSearch::Whole)
        object.insert(QStringLiteral("checked"), true);
    else if (document.searched == PrivateSearch::Partly)
        object.insert(QStringLiteral("checkedPartly"), true);
    putText(object, "caption", document.caption);
    if (document.firstStep != 1)
        object.insert(QStringLiteral("firstStep"), document.firstStep);
    putText(object, "alt", document.alt);
    object.insert(QStringLiteral("layers"), layers);
    object.insert(QStringLiteral("items"), items);
    return object;
}

QByteArray annotationBytes(const AnnotationDocument &document)
{
    return json::compact(annotationJson(document));
}

Result<AnnotationDocument> annotationDocumentFrom(const QJsonObject &object)
{
    return DocumentReader(object).read();
}

Result<AnnotationDocument> annotationDocumentFrom(const QByteArray &bytes)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(bytes, limits::kSidecarBytes));
    return annotationDocumentFrom(object);
}

QString annotationMediaType()
{
    return QStringLiteral("application/vnd.vigie.annotations+json");
}

} // namespace vigie
