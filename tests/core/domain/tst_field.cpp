#include "core/domain/kind.h"
#include "core/domain/milestone.h"
#include "tests/testprogram.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(plumbline::Kind)

namespace field_test {

class TestField : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void namesAreOfOneFormAndUnique();
    void descriptionsAreComplete();
    void everyFieldGoesRound();
    void aFreshRecordHoldsNothing();
    void noneEmptiesTheField();
    void unknownWordsSurvive();
    void aWrongTypeIsRefusedAndChangesNothing();
    void noFieldWritesIntoAnother();
    void copiesAndComparesWhole();
    void kindsAreNamedOnce();
    void partsOfNewerVersionsAreShortened();
};

void TestField::initTestCase_data()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : allKinds())
        QTest::newRow(describe(kind).name) << kind;
}

static const KindDescription &description()
{
    QFETCH_GLOBAL(Kind, kind);
    return describe(kind);
}

static Value sampleOf(FieldType type, const QList<ChoiceWord> *choices, int variant)
{
    switch (type) {
    case FieldType::Line:
    case FieldType::Text:
        return Value(variant == 0 ? u"Zwölf Boxkämpfer\nund 日本"_s : u"Other"_s);
    case FieldType::Instant:
        return Value(variant == 0 ? u"2020-03-04T23:59Z"_s : u"2020-03-05T00:00Z"_s);
    case FieldType::Date: {
        static const QStringList dates{u"2020-01-24"_s, u"2017-06?"_s, u"2017-Q3"_s, u"2017"_s, u"TBD"_s};
        return Value(dates.at(variant % dates.size()));
    }
    case FieldType::Number:
        return Value(variant == 0 ? std::numeric_limits<qint64>::min() : qint64(0));
    case FieldType::Choice:
        return Value(QLatin1String(choices->at(variant % choices->size()).word));
    case FieldType::Reference:
        return Value::bytes(QByteArray(16, variant == 0 ? 'r' : '\xff'));
    case FieldType::Bytes:
        return Value::bytes(QByteArray("\0\xff hash", 7 - variant % 2));
    case FieldType::Parts:
        break;
    }
    return {};
}

static Value sampleOf(const Field &field, int variant)
{
    if (field.type != FieldType::Parts)
        return sampleOf(field.type, field.choices, variant);
    Value::Array parts;
    for (const Part &part : field.parts)
        parts += sampleOf(part.type, part.choices, variant);
    return parts;
}

void TestField::namesAreOfOneFormAndUnique()
{
    static const QRegularExpression form(u"^[a-z0-9._~]{1,64}$"_s);
    QSet<QByteArray> names;
    for (const Field &field : description().fields) {
        QVERIFY2(form.match(QString::fromUtf8(field.name)).hasMatch(), field.name.constData());
        QVERIFY2(!names.contains(field.name), field.name.constData());
        names += field.name;
        QCOMPARE(description().field(field.name), &field);
    }
    QVERIFY(names.contains("~place"));
    QCOMPARE(names.contains("key"), *description().prefix != 0);
    QVERIFY(names.contains(description().title));
    QVERIFY(!description().field("unheard.of"));
}

void TestField::descriptionsAreComplete()
{
    QVERIFY(*description().label && *description().plural);
    for (const Field &field : description().fields) {
        QVERIFY2(*field.label, field.name.constData());
        QVERIFY(field.get && field.set && field.since >= 1);
        QCOMPARE(field.type == FieldType::Choice, field.choices != nullptr);
        QCOMPARE(field.type == FieldType::Parts, !field.parts.isEmpty());
        QVERIFY(!field.target || field.type == FieldType::Reference);
        QVERIFY(!*field.help || QString::fromUtf8(field.help).endsWith(u'.'));
        QCOMPARE(field.policy == MergePolicy::Text3, field.type == FieldType::Text);
        QSet<QByteArray> words;
        for (const ChoiceWord &word : field.choices ? *field.choices : QList<ChoiceWord>()) {
            QVERIFY2(*word.word && *word.label && !words.contains(word.word), word.word);
            words += word.word;
        }
    }
}

void TestField::everyFieldGoesRound()
{
    for (const Field &field : description().fields) {
        const auto record = description().create();
        const int variants = field.choices ? int(field.choices->size()) : 5;
        for (int variant = 0; variant < variants; ++variant) {
            const Value value = sampleOf(field, variant);
            const Status status = field.set(*record, value);
            QVERIFY2(bool(status), field.name.constData());
            QVERIFY2(field.get(*record) == value, field.name.constData());
        }
    }
}

void TestField::aFreshRecordHoldsNothing()
{
    const auto record = description().create();
    for (const Field &field : description().fields)
        QVERIFY2(field.get(*record).isNull(), field.name.constData());
    QVERIFY(record->id.isNull() && record->life == Life::Alive && record->audience == 0);
}

void TestField::noneEmptiesTheField()
{
    for (const Field &field : description().fields) {
        const auto record = description().create();
        QVERIFY(bool(field.set(*record, sampleOf(field, 0))));
        QVERIFY(bool(field.set(*record, Value())));
        QVERIFY2(field.get(*record).isNull(), field.name.constData());
        QVERIFY(description().equal(*record, *description().create()));
    }
}

void TestField::unknownWordsSurvive()
{
    for (const Field &field : description().fields) {
        if (field.type != FieldType::Choice)
            continue;
        const auto record = description().create();
        const Value newer(u"word.of.a.newer.version"_s);
        QVERIFY(bool(field.set(*record, newer)));
        QVERIFY2(field.get(*record) == newer, field.name.constData());
        QVERIFY(!description().equal(*record, *description().create()));
    }
}

/// Values that a field of that type must not take.
static QList<Value> wrongFor(FieldType type)
{
    const Value number(7);
    const Value text(u"no such thing"_s);
    const Value bytes = Value::bytes("123");
    const Value array(Value::Array{number, text, bytes});
    switch (type) {
    case FieldType::Line:
    case FieldType::Text:
    case FieldType::Instant:
    case FieldType::Choice:
        return {number, bytes, array};
    case FieldType::Date:
        return {number, bytes, array, text, Value(u"2020-02-30"_s), Value(u"2020-1-1"_s), Value(u"tbd"_s)};
    case FieldType::Number:
        return {text, bytes, array};
    case FieldType::Reference:
        return {number, text, bytes, array, Value::bytes(QByteArray(17, 'r'))};
    case FieldType::Bytes:
        return {number, text, array};
    case FieldType::Parts:
        return {array, Value(Value::Array{array})};
    }
    return {};
}

void TestField::aWrongTypeIsRefusedAndChangesNothing()
{
    for (const Field &field : description().fields) {
        const auto record = description().create();
        for (const Field &other : description().fields)
            QVERIFY(bool(other.set(*record, sampleOf(other, 0))));
        const auto before = description().copy(*record);
        for (const Value &value : wrongFor(field.type)) {
            const Status status = field.set(*record, value);
            QVERIFY2(!status, field.name.constData());
            QCOMPARE(status.error().code, ErrorCode::BadInput);
            QVERIFY(status.error().sentence.endsWith(u'.'));
            QVERIFY2(description().equal(*record, *before), field.name.constData());
        }
    }
}

void TestField::noFieldWritesIntoAnother()
{
    const auto &fields = description().fields;
    for (const Field &field : fields) {
        const auto record = description().create();
        QVERIFY(bool(field.set(*record, sampleOf(field, 1))));
        for (const Field &other : fields)
            QVERIFY2(other.name == field.name || other.get(*record).isNull(), other.name.constData());
    }
}

void TestField::copiesAndComparesWhole()
{
    for (const Field &field : description().fields) {
        const auto record = description().create();
        QVERIFY(bool(field.set(*record, sampleOf(field, 0))));
        const auto copy = description().copy(*record);
        QVERIFY2(description().equal(*record, *copy), field.name.constData());
        QVERIFY(bool(field.set(*copy, Value())));
        QVERIFY2(!description().equal(*record, *copy), field.name.constData());
        QVERIFY2(!field.get(*record).isNull(), field.name.constData()); // The copy stands on its own.
    }
}

void TestField::kindsAreNamedOnce()
{
    QFETCH_GLOBAL(Kind, kind);
    QCOMPARE(description().kind, kind);
    QCOMPARE(kindNamed(description().name), kind);
    QVERIFY(!kindNamed("unheard"));
    for (const Kind other : allKinds()) {
        if (other == kind)
            continue;
        QVERIFY(qstrcmp(describe(other).name, description().name) != 0);
        QVERIFY(*description().prefix == 0 || qstrcmp(describe(other).prefix, description().prefix) != 0);
    }
}

void TestField::partsOfNewerVersionsAreShortened()
{
    for (const Field &field : description().fields) {
        if (field.type != FieldType::Parts || field.name == "~place")
            continue;
        const auto record = description().create();
        Value::Array longer = sampleOf(field, 0).array();
        longer += Value(u"new"_s);
        QVERIFY(bool(field.set(*record, longer)));
        QVERIFY(field.get(*record) == sampleOf(field, 0));
        QVERIFY(bool(field.set(*record, Value(Value::Array{longer.first()}))));
        Value::Array first(field.parts.size());
        first[0] = longer.first();
        QVERIFY(field.get(*record) == Value(first));
    }
}

PLUMBLINE_TEST(TestField)
} // namespace field_test

#include "tst_field.moc"
