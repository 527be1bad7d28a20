// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractengine.h"

#include "core/base/limits.h"

#include <QFile>
#include <QFileInfo>

#include <exception>
#include <memory>

namespace vigie {

namespace {

using Api = TesseractLibrary::Api;
using Iterator = TesseractLibrary::Iterator;
using Monitor = TesseractLibrary::Monitor;

template<class T>
using Owned = std::unique_ptr<T, void (*)(T *)>;

struct Watch {
    const std::atomic_bool &cancelled;
};

bool isCancelled(void *context, int)
{
    return static_cast<const Watch *>(context)->cancelled.load(std::memory_order_relaxed);
}

QString wordText(const TesseractLibrary &calls, const Iterator *iterator)
{
    const std::unique_ptr<char, void (*)(const char *)> text(
        calls.text(iterator, TesseractLibrary::kWord), calls.deleteText);
    if (!text)
        return {};
    QString word = QString::fromUtf8(text.get()).simplified();
    word.remove(QLatin1Char(' '));
    return word.left(limits::kOcrWordLength);
}

QList<OcrLine> lines(const TesseractLibrary &calls, Api *api)
{
    QList<OcrLine> result;
    const Owned<Iterator> iterator(calls.iterator(api), calls.deleteIterator);
    if (!iterator)
        return result;
    // Belongs to the iterator.
    const TesseractLibrary::PageIterator *page = calls.pageIterator(iterator.get());
    int words = 0;
    do {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!calls.boundingBox(page, TesseractLibrary::kWord, &left, &top, &right, &bottom))
            continue;
        const QString text = wordText(calls, iterator.get());
        if (calls.isAtBeginningOf(page, TesseractLibrary::kTextLine) || result.isEmpty())
            result.append(OcrLine());
        if (!text.isEmpty())
            result.last().words.append({text, QRect(left, top, right - left, bottom - top)});
    } while (calls.next(iterator.get(), TesseractLibrary::kWord) && ++words < limits::kOcrWords);
    return result;
}

} // namespace

TesseractEngine::TesseractEngine(TesseractPlaces places) : m_places(std::move(places)) {}

const LoadedTesseract &TesseractEngine::library()
{
    const std::lock_guard lock(m_mutex);
    if (!m_library)
        m_library = loadTesseract(m_places);
    return *m_library;
}

TesseractEngine::Data TesseractEngine::dataFor(const QStringList &languages) const
{
    Data best;
    for (const QString &folder : m_places.dataFolders) {
        Data data{folder, {}};
        for (const QString &language : languages) {
            if (QFileInfo::exists(folder + QLatin1Char('/') + language
                                  + QStringLiteral(".traineddata")))
                data.languages.append(language);
        }
        if (data.languages.size() > best.languages.size())
            best = data;
    }
    return best;
}

OcrHint TesseractEngine::hint(const QStringList &languages)
{
    if (const OcrHint hint = library().hint; hint != OcrHint::None)
        return hint;
    return dataFor(languages).languages.isEmpty() ? OcrHint::NoLanguages : OcrHint::None;
}

Result<QList<OcrLine>> TesseractEngine::recognise(const QImage &picture,
                                                  const QStringList &languages,
                                                  const std::atomic_bool &cancelled)
{
    const LoadedTesseract &loaded = library();
    const Data data = dataFor(languages);
    if (loaded.hint != OcrHint::None || data.languages.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("no text recognition"));
    if (qint64(picture.width()) * picture.height() > limits::kOcrPassPixels)
        return fail(ErrorCode::TooLarge, QStringLiteral("the picture is too large to be read"));
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("no picture"));
    try {
        return read(loaded.calls, data, grey, cancelled);
    } catch (const std::exception &) {
        return fail(ErrorCode::Bug, QStringLiteral("the text recognition gave up"));
    }
}

Result<QList<OcrLine>> TesseractEngine::read(const TesseractLibrary &calls, const Data &data,
                                             const QImage &grey,
                                             const std::atomic_bool &cancelled) const
{
    const Owned<Api> api(calls.create(), calls.destroy);
    const Owned<Monitor> monitor(calls.createMonitor(), calls.deleteMonitor);
    if (!api || !monitor)
        return fail(ErrorCode::Bug, QStringLiteral("the text recognition does not start"));
    // Its four threads for each row of a small picture mostly wait for one another: on two busy
    // cores one thread is six times as fast. The setting is that of the calling thread alone.
    if (calls.setThreadLevels)
        calls.setThreadLevels(0);
    // It would write what it thinks of a picture to the terminal.
    calls.setVariable(api.get(), "debug_file", m_places.nowhere.constData());
    const QByteArray folder = QFile::encodeName(data.folder);
    const QByteArray languages = data.languages.join(QLatin1Char('+')).toLatin1();
    if (calls.init(api.get(), folder.constData(), languages.constData()) != 0)
        return fail(ErrorCode::NotFound, QStringLiteral("a language file cannot be read"));
    calls.setPageSegMode(api.get(), TesseractLibrary::kSparseText);
    calls.setImage(api.get(), grey.constBits(), grey.width(), grey.height(), 1,
                   int(grey.bytesPerLine()));
    constexpr int kResolution = 150;
    calls.setResolution(api.get(), kResolution);

    Watch watch{cancelled};
    calls.setCancelFunction(monitor.get(), isCancelled);
    calls.setCancelContext(monitor.get(), &watch);
    calls.setDeadline(monitor.get(), int(limits::kOcrPassMs));
    const int failed = calls.recognize(api.get(), monitor.get());
    if (cancelled.load(std::memory_order_relaxed))
        return fail(ErrorCode::Cancelled);
    if (failed != 0)
        return fail(ErrorCode::Timeout, QStringLiteral("reading the picture took too long"));
    return lines(calls, api.get());
}

} // namespace vigie
