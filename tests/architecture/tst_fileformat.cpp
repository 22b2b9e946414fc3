// The list of kinds and fields in docs/file-format.md is what the descriptions say. When it is not, this test
// prints the text that belongs there; a field's name, type and policy are for ever once the format is frozen.

#include "core/domain/kind.h"
#include "core/domain/publishing.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace fileformat_test {

class TestFileFormat : public QObject
{
    Q_OBJECT

private slots:
    void theListOfFieldsIsWhatTheDescriptionsSay();
    void namesFollowTheRulesOfTheFormat();
};

static constexpr char beginning[] =
    "<!-- fields: begin (made by tests/architecture/tst_fileformat.cpp) -->\n";
static constexpr char ending[] = "<!-- fields: end -->\n";

static QByteArray typeName(const Field &field)
{
    switch (field.type) {
    case FieldType::Line:
        return "line";
    case FieldType::Text:
        return "text";
    case FieldType::Date:
        return "date";
    case FieldType::Instant:
        return "instant";
    case FieldType::Number:
        return "number";
    case FieldType::Choice:
        return "choice";
    case FieldType::Reference:
        return field.target ? QByteArray("reference to ") + describe(*field.target).name : "reference";
    case FieldType::Parts: {
        QByteArrayList names;
        for (const Part &part : field.parts)
            names += part.name;
        return "array [" + names.join(", ") + ']';
    }
    case FieldType::Bytes:
        return "bytes";
    }
    return {};
}

static QByteArray policyName(MergePolicy policy)
{
    switch (policy) {
    case MergePolicy::Ask:
        return "ask";
    case MergePolicy::Text3:
        return "text3";
    case MergePolicy::LastWriterWins:
        return "lww";
    case MergePolicy::First:
        return "first";
    }
    return {};
}

static QByteArray fieldList()
{
    QByteArray text;
    for (const Kind kind : allKinds()) {
        const KindDescription &description = describe(kind);
        text += QByteArray("\n### ") + description.name + "\n\n";
        text += *description.prefix ? QByteArray("Keys begin with `") + description.prefix + "`.\n\n"
                                    : QByteArray("Records of this kind have no keys.\n\n");
        text += "| field | type | policy | material | publishable |\n|--|--|--|--|--|\n";
        for (const Field &field : description.fields)
            text += "| `" + field.name + "` | " + typeName(field) + " | " + policyName(field.policy) + " | " +
                    (field.material ? "yes" : "no") + " | " + (isPublished(kind, field.name) ? "yes" : "no") + " |\n";
    }
    return text + '\n';
}

void TestFileFormat::theListOfFieldsIsWhatTheDescriptionsSay()
{
    QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/file-format.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray document = file.readAll();
    const qsizetype from = document.indexOf(beginning);
    const qsizetype to = document.indexOf(ending);
    QVERIFY2(from >= 0 && to > from,
             "docs/file-format.md has lost the lines between which the fields are listed");
    const qsizetype begin = from + qsizetype(sizeof(beginning)) - 1;
    const QByteArray listed = document.mid(begin, to - begin);
    if (listed != fieldList())
        qInfo("The list in docs/file-format.md should read:\n%s%s%s", beginning, fieldList().constData(),
              ending);
    QVERIFY2(listed == fieldList(), "docs/file-format.md does not list the fields as they are described");
}

void TestFileFormat::namesFollowTheRulesOfTheFormat()
{
    const auto allowed = [](const QByteArray &name) {
        return std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '~';
        });
    };
    QSet<QByteArray> kinds;
    for (const Kind kind : allKinds()) {
        const KindDescription &description = describe(kind);
        QVERIFY2(allowed(description.name) && !kinds.contains(description.name), description.name);
        kinds.insert(description.name);
        QSet<QByteArray> fields{"life", "witness"}; // Taken by the format itself.
        for (const Field &field : description.fields) {
            const QByteArray fullName = QByteArray(description.name) + '.' + field.name;
            QVERIFY2(allowed(field.name) && fullName.size() <= 64, fullName.constData());
            QVERIFY2(!fields.contains(field.name), fullName.constData());
            fields.insert(field.name);
            // Minor fields, and only they, are those that a delete need not have seen.
            QVERIFY2(field.name.startsWith('~') == (field.policy == MergePolicy::LastWriterWins),
                     fullName.constData());
            QVERIFY2((field.policy == MergePolicy::Text3) == (field.type == FieldType::Text),
                     fullName.constData());
        }
    }
}

PLUMBLINE_TEST(TestFileFormat)
} // namespace fileformat_test

#include "tst_fileformat.moc"
