#pragma once

#include "tests/core/store/oracle.h"
#include "tests/core/store/teststore.h"

#include <array>
#include <map>
#include <optional>
#include <random>

namespace plumbline {

/// Three to five people with a file each who work, write to each other and do what people do to files, all of it
/// following from one number.
///
/// There are the whole team and two closed groups; nobody gets anything of a group she is not in. Letters are lost,
/// doubled and delayed, and hold only what the receiver did not have when she last wrote. Files are copied by hand
/// over one's own, restored from backups, and whole computers are set back, so that streams fork unnoticed.
class RandomTeam
{
public:
    /// What happened in runs, to prove that they hold what can go wrong.
    struct Counts {
        enum What {
            Forks,
            Conflicts,
            Merges,   ///< Long texts shown merged.
            Disputes, ///< Records deleted by one while another edited them.
            Deleted,
            Lost,
            Doubled,
            Copies,
            Restored,
            Closed, ///< Records of closed groups.
            StaleEdits,
            Resolutions,
            Undone,
            Number
        };
        std::array<int, Number> numbers{};

        int &operator[](What what) { return numbers[what]; }
        void operator+=(const Counts &other)
        {
            for (size_t i = 0; i < numbers.size(); ++i)
                numbers[i] += other.numbers[i];
        }
        bool holdsEverything() const
        {
            return std::all_of(numbers.begin(), numbers.end(), [](int number) { return number >= 5; });
        }
        QByteArray text() const
        {
            static constexpr const char *names[Number] = {
                "forks", "conflicts", "merges", "disputes", "deleted", "lost", "doubled", "copies by hand",
                "restored", "of closed groups", "edits from before an import", "resolutions", "undone"};
            QByteArrayList list;
            for (size_t i = 0; i < numbers.size(); ++i)
                list += QByteArray::number(numbers[i]) + ' ' + names[i];
            return list.join(", ");
        }
    };

    explicit RandomTeam(quint32 seed);
    virtual ~RandomTeam() = default;

    /// The first difference found at the end of @p actions, or empty.
    QByteArray run(int actions);
    Counts counts;

protected:
    struct Person {
        std::unique_ptr<TestStore> file;
        QSet<int> audiences{0};
        std::optional<ChangeSet> editor; ///< A field somebody is typing into since a while.
        QString backup;                  ///< A copy of the file; empty: none.
        QSet<int> backupAudiences;
        std::map<int, QSet<QByteArray>> has; ///< What others had when they last wrote.
    };
    struct Letter {
        int from = 0;
        int to = 0;
        QSet<int> audiences;
        QList<Transaction> content;
        QString bundle;            ///< When it is a file.
        QSet<QByteArray> senderHas; ///< Of these audiences.
    };

    /// How letters travel; here in memory.
    virtual void write(Person &, Letter &) {}
    virtual QByteArray read(Person &receiver, const Letter &letter);

    int roll(int sides) { return int(m_random() % unsigned(sides)); }
    std::mt19937 m_random;
    std::vector<Person> m_people;

private:
    void act();
    void edit(Person &person);
    void editText(Person &person);
    void create(Person &person);
    void removeOrRestore(Person &person);
    void undoOrRedo(Person &person);
    void resolve(Person &person);
    void openOrLeaveEditor(Person &person);
    void sendLetter(int from);
    void deliverLetter();
    void copyByHand(int person);
    void backUpOrRestore(Person &person);
    void commit(Person &person, const ChangeSet &changes);
    void check(const Result<Commit> &result);
    const Record *anyRecord(const Person &person);
    QByteArray freshName() { return "run " + QByteArray::number(m_seed) + '.' + QByteArray::number(++m_names); }

    void exchangeEverything();
    QByteArray difference(const Person &person, const Oracle &oracle, const State &expected,
                          std::map<QByteArray, QByteArray> &elsewhere);
    static QByteArray shown(const Review &review, const Milestone &milestone);

    quint32 m_seed;
    int m_names = 0;
    QList<Letter> m_letters;
    QList<Transaction> m_all; ///< Everything that is left in any file, once each.
    std::vector<Oracle::Known> m_known;
    QByteArray m_problem;
};

inline RandomTeam::RandomTeam(quint32 seed) : m_random(seed), m_seed(seed)
{
    TestStore first(freshName());
    must(first.store->setDurable(false));
    for (int i = 0; i < 2; ++i)
        first.add(Kind::Milestone,
                  {{"title", QStringLiteral("m%1").arg(i)},
                   {"description", QStringLiteral("One is here. Two is here. Three is here. Four is here.")}});
    const int people = 3 + roll(3);
    for (int i = 0; i < people; ++i) {
        Person person;
        person.file = std::make_unique<TestStore>(first, freshName());
        must(person.file->store->setDurable(false));
        for (const int group : {1, 2}) {
            if (roll(2) == 0)
                person.audiences.insert(group);
        }
        m_people.push_back(std::move(person));
    }
}

inline QByteArray RandomTeam::run(int actions)
{
    for (int i = 0; i < actions && m_problem.isEmpty(); ++i)
        act();
    if (!m_problem.isEmpty())
        return m_problem;
    exchangeEverything();
    const Oracle oracle(m_known);
    const State expected = oracle.state();
    std::map<QByteArray, QByteArray> elsewhere;
    for (const Person &person : m_people) {
        if (const QByteArray found = difference(person, oracle, expected, elsewhere); !found.isEmpty())
            return found;
    }
    const auto report = m_people[size_t(roll(int(m_people.size())))].file->store->verify();
    return report && report->problems.isEmpty() ? QByteArray() : QByteArray("a file does not verify");
}

inline void RandomTeam::act()
{
    const int number = roll(int(m_people.size()));
    Person &person = m_people[size_t(number)];
    const int what = roll(40);
    if (what < 3)
        create(person);
    else if (what < 9)
        edit(person);
    else if (what < 14)
        editText(person);
    else if (what < 17)
        removeOrRestore(person);
    else if (what < 20)
        undoOrRedo(person);
    else if (what < 22)
        resolve(person);
    else if (what < 25)
        openOrLeaveEditor(person);
    else if (what < 31)
        sendLetter(number);
    else if (what < 37)
        deliverLetter();
    else if (what < 38)
        copyByHand(number);
    else
        backUpOrRestore(person);
}

inline void RandomTeam::check(const Result<Commit> &result)
{
    if (!result && m_problem.isEmpty())
        m_problem = result.error().sentence.toUtf8() + ' ' + result.error().detail.toUtf8();
}

inline void RandomTeam::commit(Person &person, const ChangeSet &changes)
{
    person.file->now = person.file->now.addSecs(roll(100));
    check(person.file->store->commit(changes, person.file->author()));
}

inline const Record *RandomTeam::anyRecord(const Person &person)
{
    const auto &records = person.file->review().list(Kind::Milestone);
    return records.empty() ? nullptr : records[size_t(roll(int(records.size())))];
}

inline void RandomTeam::create(Person &person)
{
    const QList<int> audiences(person.audiences.cbegin(), person.audiences.cend());
    const int audience = *std::next(audiences.cbegin(), roll(int(audiences.size())));
    const RecordId id(QUuid::fromRfc4122(person.file->entropy(16)));
    ChangeSet changes = person.file->edit(Cause::Create);
    changes.create(person.file->review(), Kind::Milestone, {}, id, audience);
    changes.set(Kind::Milestone, id, "title", Value(QStringLiteral("t%1").arg(roll(4))));
    changes.set(Kind::Milestone, id, "description", Value(QStringLiteral("Some of it. More of it. All of it.")));
    counts[Counts::Closed] += audience != 0;
    commit(person, changes);
}

/// Sets a field to one of few values, so that people often say the same or the contrary.
inline void RandomTeam::edit(Person &person)
{
    const Record *record = anyRecord(person);
    if (!record)
        return;
    static const QByteArray fields[] = {"title", "title", "responsible", "~place"};
    const QByteArray field = fields[roll(4)];
    const Value word(QStringLiteral("a%1").arg(roll(4)));
    ChangeSet changes = person.file->edit(roll(6) == 0 ? Cause::Rekey : Cause::Edit);
    changes.set(Kind::Milestone, record->id, field, field == "~place" ? Value(Value::Array{Value(), word}) : word);
    commit(person, changes);
}

/// Changes, adds or drops a sentence of a long text.
inline void RandomTeam::editText(Person &person)
{
    const Record *record = anyRecord(person);
    if (!record)
        return;
    const QString text = static_cast<const Milestone *>(record)->description;
    QStringList sentences = text.split(QStringLiteral(". "), Qt::SkipEmptyParts);
    const QString fresh = QStringLiteral("New %1 words stand").arg(roll(1000));
    const qsizetype at = roll(int(sentences.size()) + 1);
    if (at == sentences.size() || roll(3) == 0)
        sentences.insert(at, fresh);
    else if (roll(3) == 0)
        sentences.removeAt(at);
    else
        sentences[at] = fresh;
    QString changed = sentences.join(QStringLiteral(". "));
    if (!changed.isEmpty() && !changed.endsWith(u'.'))
        changed += u'.';
    ChangeSet changes = person.file->edit();
    changes.set(Kind::Milestone, record->id, "description", changed.isEmpty() ? Value() : Value(changed));
    commit(person, changes);
}

inline void RandomTeam::removeOrRestore(Person &person)
{
    if (roll(3) != 0) {
        if (const Record *record = anyRecord(person)) {
            ChangeSet changes = person.file->edit(Cause::Delete);
            if (roll(3) == 0) // With a last word in the same action.
                changes.set(Kind::Milestone, record->id, "reason", Value(QStringLiteral("over")));
            changes.remove(Kind::Milestone, record->id);
            commit(person, changes);
        }
        return;
    }
    for (const Record *record : person.file->review().everyRecord(Kind::Milestone)) {
        if (record->life == Life::Alive)
            continue;
        ChangeSet changes = person.file->edit(Cause::Restore);
        changes.restore(Kind::Milestone, record->id);
        commit(person, changes);
        return;
    }
}

inline void RandomTeam::undoOrRedo(Person &person)
{
    const auto result = roll(3) != 0 ? person.file->store->undo(person.file->author())
                                     : person.file->store->redo(person.file->author());
    if (result)
        ++counts[Counts::Undone];
    else if (result.error().code != ErrorCode::NotFound)
        check(result);
}

inline void RandomTeam::resolve(Person &person)
{
    const QList<Conflict> conflicts = person.file->review().conflicts();
    if (conflicts.isEmpty())
        return;
    const Conflict &conflict = conflicts.at(roll(int(conflicts.size())));
    ChangeSet changes = person.file->edit(Cause::Resolve);
    if (conflict.field == "life")
        changes.restore(conflict.kind, conflict.record);
    else
        changes.resolve(conflict.kind, conflict.record, conflict.field,
                        conflict.values.at(roll(int(conflict.values.size()))).value);
    ++counts[Counts::Resolutions];
    commit(person, changes);
}

inline void RandomTeam::openOrLeaveEditor(Person &person)
{
    if (person.editor) {
        counts[Counts::StaleEdits] += person.editor->readAt < person.file->review().position();
        commit(person, *person.editor);
        person.editor.reset();
    } else if (const Record *record = anyRecord(person)) {
        person.editor = person.file->edit();
        person.editor->set(Kind::Milestone, record->id, "title", Value(QStringLiteral("typed %1").arg(roll(3))));
    }
}

inline void RandomTeam::sendLetter(int from)
{
    const int to = (from + 1 + roll(int(m_people.size()) - 1)) % int(m_people.size());
    Person &sender = m_people[size_t(from)];
    Letter letter{from, to, QSet<int>(sender.audiences).intersect(m_people[size_t(to)].audiences), {}, {}, {}};
    const QSet<QByteArray> &known = sender.has[to];
    for (const Transaction &transaction : sender.file->transactions()) {
        if (!letter.audiences.contains(transaction.audience))
            continue;
        const QByteArray h = transaction.identity();
        letter.senderHas.insert(h);
        if (!known.contains(h))
            letter.content += transaction;
    }
    write(sender, letter);
    m_letters += letter;
}

inline void RandomTeam::deliverLetter()
{
    if (m_letters.isEmpty())
        return;
    const int number = roll(int(m_letters.size()));
    const Letter letter = m_letters.at(number);
    const int fate = roll(5);
    if (fate != 0) // Else it comes once more.
        m_letters.removeAt(number);
    counts[Counts::Doubled] += fate == 0;
    counts[Counts::Lost] += fate == 1;
    Person &receiver = m_people[size_t(letter.to)];
    if (fate == 1 || !receiver.audiences.contains(letter.audiences))
        return; // Lost, or meant for a group whose file she does not have any more.
    const QByteArray problem = read(receiver, letter);
    if (m_problem.isEmpty())
        m_problem = problem;
    receiver.has[letter.from].unite(letter.senderHas);
}

inline QByteArray RandomTeam::read(Person &receiver, const Letter &letter)
{
    QList<Transaction> content = letter.content;
    if (roll(2) == 0)
        std::shuffle(content.begin(), content.end(), m_random);
    receiver.file->take(content);
    return {};
}

/// Somebody puts another one's file in the place of her own.
inline void RandomTeam::copyByHand(int number)
{
    Person &person = m_people[size_t(number)];
    const Person &other = m_people[size_t(roll(int(m_people.size())))];
    if (&other == &person)
        return;
    person.file = std::make_unique<TestStore>(*other.file, freshName());
    must(person.file->store->setDurable(false));
    person.audiences = other.audiences;
    person.editor.reset();
    person.backup.clear();
    ++counts[Counts::Copies];
}

inline void RandomTeam::backUpOrRestore(Person &person)
{
    if (person.backup.isEmpty()) {
        person.backup = person.file->folder() + QStringLiteral("/backup");
        person.backupAudiences = person.audiences;
        QFile::copy(person.file->path(), person.backup);
        return;
    }
    person.file->close();
    QFile::remove(person.file->path());
    QFile::rename(person.backup, person.file->path());
    person.file->open();
    if (roll(4) != 0) {
        // The whole computer was set back: what it remembers agrees with the file, and nobody notices.
        for (const StreamTip &tip : person.file->store->tips())
            person.file->registry.remember(tip.stream, tip.h);
    }
    must(person.file->store->setDurable(false));
    person.audiences = person.backupAudiences;
    person.editor.reset();
    person.backup.clear();
    ++counts[Counts::Restored];
}

/// Everybody gets everything of her audiences, each in an order of her own.
inline void RandomTeam::exchangeEverything()
{
    QSet<QByteArray> seen;
    std::map<std::pair<QByteArray, quint64>, int> places;
    for (const Person &person : m_people) {
        for (const Transaction &transaction : person.file->transactions()) {
            if (seen.contains(transaction.identity()))
                continue;
            seen.insert(transaction.identity());
            m_all += transaction;
            counts[Counts::Forks] += ++places[{transaction.stream, transaction.seq}] == 2;
        }
    }
    for (const Transaction &transaction : std::as_const(m_all))
        m_known.emplace_back(transaction.identity(), &transaction);
    for (Person &person : m_people) {
        QList<Transaction> hers;
        for (const Transaction &transaction : std::as_const(m_all)) {
            if (person.audiences.contains(transaction.audience))
                hers += transaction;
        }
        std::shuffle(hers.begin(), hers.end(), m_random);
        person.file->take(hers);
    }
}

/// All a person sees of a record.
inline QByteArray RandomTeam::shown(const Review &review, const Milestone &milestone)
{
    QString text = QStringLiteral("%1|%2|%3|%4|%5|%6")
                       .arg(milestone.title, milestone.responsible, milestone.reason, milestone.place.order,
                            milestone.description)
                       .arg(int(milestone.life));
    for (const char *field : {"life", "title", "responsible", "reason", "description", "key"}) {
        const Conflict *conflict = review.conflict(milestone.id, field);
        if (!conflict)
            continue;
        text += QStringLiteral("\n%1 from %2:").arg(QLatin1String(field), conflict->base.toText());
        for (const ConflictValue &value : conflict->values)
            text += u' ' + value.value.toText() + u',';
        if (conflict->proposal)
            text += QStringLiteral(" offered ") + conflict->proposal->toText();
    }
    return text.toUtf8();
}

inline QByteArray RandomTeam::difference(const Person &person, const Oracle &oracle, const State &expected,
                                         std::map<QByteArray, QByteArray> &elsewhere)
{
    const Review &review = person.file->review();
    for (const auto &[record, life] : expected.lives) {
        const int audience = oracle.audienceOf(record);
        const RecordId id(QUuid::fromRfc4122(record));
        if (review.kindOf(id) != Kind::Milestone)
            continue; // The review's own record, or one of a group she is not in; the latter is looked at below.
        const auto &milestone = *static_cast<const Milestone *>(review.findAny(id));
        const auto wrong = [&](const char *what) {
            return record.toHex() + ' ' + what + "\n" + shown(review, milestone) + "\nexpected\n" + textOf(expected);
        };
        if (!person.audiences.contains(audience) || milestone.audience != audience)
            return wrong("is seen by somebody it is not meant for");
        if (milestone.life != life)
            return wrong("has another life");
        counts[Counts::Disputes] += life == Life::DeletedWhileEdited;
        counts[Counts::Deleted] += life == Life::Deleted;
        for (const QByteArray field : {"title", "responsible", "reason", "~place", "description"}) {
            const auto values = expected.registers.find({record, "milestone." + field});
            if (values == expected.registers.end())
                continue;
            const bool several = values->second.conflict;
            const bool isAsked = review.conflict(id, field);
            const Value shownValue = describe(Kind::Milestone).field(field)->get(milestone);
            if (field == "~place") {
                if (!(shownValue == values->second.lww))
                    return wrong("stands elsewhere");
            } else if (field == "description" && several) {
                counts[Counts::Merges] += !isAsked && life != Life::Deleted; // What the merge is, the files tell each other.
            } else if (shownValue.toText() != values->second.ask.toText() ||
                       isAsked != (several && life != Life::Deleted)) {
                return wrong(field.constData());
            }
            counts[Counts::Conflicts] += isAsked;
        }
        const QByteArray text = shown(review, milestone);
        if (const auto other = elsewhere.emplace(record, text).first; other->second != text)
            return record.toHex() + " shows\n" + text + "\nand elsewhere\n" + other->second;
    }
    for (const auto &[record, life] : expected.lives) {
        const bool isHere = review.findAny(RecordId(QUuid::fromRfc4122(record)));
        if (isHere != person.audiences.contains(oracle.audienceOf(record)))
            return record.toHex() + (isHere ? " is where it should not be" : " is missing");
    }
    return {};
}

} // namespace plumbline
