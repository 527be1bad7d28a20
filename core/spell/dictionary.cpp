// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/dictionary.h"

#include <QDir>
#include <QFileInfo>

#include <hunspell.hxx>

#include <algorithm>

namespace vigie::spell {

namespace {

/// The eight places in which ISO 8859-15 differs from Unicode.
constexpr struct {
    uchar byte;
    char16_t unicode;
} kLatin9[] = {{0xa4, 0x20ac}, {0xa6, 0x160}, {0xa8, 0x161}, {0xb4, 0x17d},
               {0xb8, 0x17e},  {0xbc, 0x152}, {0xbd, 0x153}, {0xbe, 0x178}};

/// Empty when the encoding has no such letter.
std::string latin(const QString &text, bool nine)
{
    std::string bytes;
    for (const QChar c : text) {
        char16_t code = c.unicode();
        if (nine) {
            for (const auto &entry : kLatin9)
                code = code == entry.unicode ? entry.byte : code;
        }
        if (code > 0xff)
            return {};
        bytes += char(code);
    }
    return bytes;
}

QString fromLatin(const std::string &bytes, bool nine)
{
    QString text = QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    if (nine) {
        for (const auto &entry : kLatin9)
            text.replace(QChar(ushort(entry.byte)), QChar(entry.unicode));
    }
    return text;
}

/// Hunspell opens long and foreign names on Windows only in this form.
QByteArray fileName(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const bool drive = native.size() > 2 && native.at(1) == QLatin1Char(':');
    return (drive ? QStringLiteral("\\\\?\\") + native : native).toUtf8();
}

bool isSeparator(QChar c)
{
    return c == QLatin1Char('\'') || c == QChar(0x2019) || c == QLatin1Char('-');
}

QStringList partsOf(const QString &word)
{
    QStringList parts{QString()};
    for (const QChar c : word) {
        if (isSeparator(c))
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

} // namespace

QList<DictionaryFiles> dictionariesIn(const QStringList &folders)
{
    QList<DictionaryFiles> found;
    QStringList real; // of `found`: the file behind links
    for (const QString &folder : folders) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({QStringLiteral("*.aff")}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const QString path = file.path() + QLatin1Char('/') + file.completeBaseName();
            const bool hyphens = file.fileName().startsWith(QLatin1String("hyph_"));
            const bool known = std::any_of(
                found.cbegin(), found.cend(), [&file](const DictionaryFiles &one) {
                    return one.language == file.completeBaseName();
                });
            if (hyphens || known || real.contains(file.canonicalFilePath())
                || !QFileInfo::exists(path + QStringLiteral(".dic")))
                continue;
            found.append({file.completeBaseName(), path});
            real.append(file.canonicalFilePath());
        }
    }
    std::sort(found.begin(), found.end(), [](const DictionaryFiles &a, const DictionaryFiles &b) {
        return a.language < b.language;
    });
    return found;
}

Result<std::unique_ptr<Dictionary>> Dictionary::open(const DictionaryFiles &files)
{
    const QString affixes = files.path + QStringLiteral(".aff");
    const QString words = files.path + QStringLiteral(".dic");
    if (!QFileInfo::exists(affixes) || !QFileInfo::exists(words))
        return fail(ErrorCode::NotFound, QStringLiteral("no dictionary for %1").arg(files.language));
    auto loaded = std::make_unique<Hunspell>(fileName(affixes).constData(),
                                             fileName(words).constData());
    const QString name = QString::fromLatin1(loaded->get_dict_encoding().c_str()).toUpper();
    Encoding encoding = Encoding::Utf8;
    if (name == QLatin1String("ISO8859-1"))
        encoding = Encoding::Latin1;
    else if (name == QLatin1String("ISO8859-15"))
        encoding = Encoding::Latin9;
    else if (name != QLatin1String("UTF-8"))
        return fail(ErrorCode::Invalid, QStringLiteral("a dictionary in %1").arg(name));
    return std::unique_ptr<Dictionary>(new Dictionary(std::move(loaded), encoding));
}

Dictionary::Dictionary(std::unique_ptr<Hunspell> words, Encoding encoding)
    : m_words(std::move(words)), m_encoding(encoding)
{
}

Dictionary::~Dictionary() = default;

bool Dictionary::knows(const QString &word) const
{
    const std::string bytes = m_encoding == Encoding::Utf8
        ? word.toStdString()
        : latin(word, m_encoding == Encoding::Latin9);
    return !bytes.empty() && m_words->spell(bytes);
}

bool Dictionary::isRight(const QString &word) const
{
    QString plain = word;
    plain.replace(QChar(0x2019), QLatin1Char('\''));
    if (knows(word) || knows(plain))
        return true;
    const QStringList parts = partsOf(word);
    return parts.size() > 1 && std::all_of(parts.cbegin(), parts.cend(), [this](const QString &part) {
        return part.size() < 2 || knows(part); // "l'", "d'"
    });
}

QStringList Dictionary::suggestions(const QString &word, int most) const
{
    const bool nine = m_encoding == Encoding::Latin9;
    const std::string bytes =
        m_encoding == Encoding::Utf8 ? word.toStdString() : latin(word, nine);
    QStringList found;
    if (bytes.empty())
        return found;
    for (const std::string &one : m_words->suggest(bytes)) {
        if (found.size() >= most)
            break;
        found.append(m_encoding == Encoding::Utf8 ? QString::fromStdString(one)
                                                  : fromLatin(one, nine));
    }
    return found;
}

} // namespace vigie::spell
