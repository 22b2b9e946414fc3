#pragma once

#include <QByteArray>

#include <functional>
#include <optional>

namespace plumbline {

/// How a text stands in the column `val` of this file's log. Local: identities, bundles and everything else know only
/// the text itself. Source: docs/file-format.md, "Long texts".
enum TextEncoding {
    PlainText = 0,
    CompressedText = 1, ///< By itself.
    DifferenceText = 2, ///< As what differs from an earlier text of the same register.
};

/// Texts of fewer bytes are kept plain: they would gain little, and most values are short.
inline constexpr qsizetype shortestPackedText = 512;

struct PackedText {
    TextEncoding encoding = PlainText;
    QByteArray bytes;
};

/// An earlier text, itself not a difference, that stands in the log under a number.
struct TextBase {
    qint64 oid = 0;
    QByteArray text;
    qsizetype storedSize = 0; ///< Bytes it takes in the file.
};

/// Packs a text as small as it pays. A difference is always to a text that stands by itself, so reading one takes two
/// steps however often the text was edited; when the differences have grown by many edits, the next text stands by
/// itself again.
PackedText packText(const QByteArray &utf8, const std::optional<TextBase> &base);

/// The number of the text @p packed is a difference to; 0 when it stands by itself.
qint64 baseOfPacked(const QByteArray &packed);

/// The text again. Empty when the bytes are damaged or @p base does not give the text that stands under the number.
std::optional<QByteArray> unpackText(const QByteArray &packed,
                                     const std::function<std::optional<QByteArray>(qint64 oid)> &base);

} // namespace plumbline
