#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace plumbline {

/// A value of a field as the log keeps it: nothing, a whole number, text, bytes, or an array of values.
///
/// There is no floating point (measures are decimal text) and no bool (0 or 1). Text is kept as UTF-8 bytes
/// and never normalised, so that what was typed is what is hashed. Limits (1 MiB of text, 64 KiB of bytes,
/// arrays in arrays at most once) are checked where a transaction is written and read, see
/// core/store/transaction.h.
class Value
{
public:
    using Array = QList<Value>;
    struct Text {
        QByteArray utf8;
        friend bool operator==(const Text &, const Text &) = default;
    };

    Value() = default;
    Value(qint64 number) : m_content(number) {}
    Value(int number) : m_content(qint64(number)) {}
    Value(const void *) = delete; ///< A pointer would become a bool; texts are QStrings here.
    Value(bool yes) : m_content(qint64(yes ? 1 : 0)) {}
    Value(const QString &text) : m_content(Text{text.toUtf8()}) {}
    Value(const Array &array) : m_content(array) {}
    static Value text(const QByteArray &utf8);
    static Value bytes(const QByteArray &bytes);

    bool isNull() const { return m_content.index() == 0; }
    bool isNumber() const { return std::holds_alternative<qint64>(m_content); }
    bool isText() const { return std::holds_alternative<Text>(m_content); }
    bool isBytes() const { return std::holds_alternative<QByteArray>(m_content); }
    bool isArray() const { return std::holds_alternative<Array>(m_content); }

    qint64 number() const { return isNumber() ? std::get<qint64>(m_content) : 0; }
    /// The text, or an empty string when the value is none.
    QString toText() const { return QString::fromUtf8(utf8()); }
    QByteArray utf8() const { return isText() ? std::get<Text>(m_content).utf8 : QByteArray(); }
    QByteArray rawBytes() const { return isBytes() ? std::get<QByteArray>(m_content) : QByteArray(); }
    Array array() const { return isArray() ? std::get<Array>(m_content) : Array(); }

    friend bool operator==(const Value &a, const Value &b) { return a.m_content == b.m_content; }

private:
    std::variant<std::monostate, qint64, Text, QByteArray, Array> m_content;
};

/// Text as it may enter the log: a byte order mark, NUL and control characters but TAB and LF are dropped, CR
/// LF and a lone CR become LF. Everything else stays as typed.
QString cleanText(const QString &typed);

} // namespace plumbline
