#include "ui/window/inspectorlinks.h"

#include "core/domain/dependency.h"
#include "core/domain/link.h"
#include "core/domain/milestone.h"
#include "ui/dialogs/iconlabel.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <iterator>
#include <map>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int mostOfGroup = 6;

/// How a link is read from the record it leads to.
QString backwards(const Choice<LinkType> &type)
{
    static const char *const words[] = {
        QT_TRANSLATE_NOOP("InspectorLinks", "Supported by"),    QT_TRANSLATE_NOOP("InspectorLinks", "Called for by"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Rests on"),        QT_TRANSLATE_NOOP("InspectorLinks", "Addressed by"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Concerned by"),    QT_TRANSLATE_NOOP("InspectorLinks", "Decided by"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Caused by"),       QT_TRANSLATE_NOOP("InspectorLinks", "Duplicated by"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Needed by"),       QT_TRANSLATE_NOOP("InspectorLinks", "Conflicts with"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Split into"),      QT_TRANSLATE_NOOP("InspectorLinks", "Merged from"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Superseded by"),   QT_TRANSLATE_NOOP("InspectorLinks", "Assigned"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Members"),         QT_TRANSLATE_NOOP("InspectorLinks", "Moved from"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Attended by"),     QT_TRANSLATE_NOOP("InspectorLinks", "Apologies from"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Observed by"),     QT_TRANSLATE_NOOP("InspectorLinks", "Acknowledged by"),
        QT_TRANSLATE_NOOP("InspectorLinks", "Tags"),
    };
    static_assert(std::size(words) == size_t(LinkType::Tagged) + 1, "every type of link is read both ways");
    return type.value ? QCoreApplication::translate("InspectorLinks", words[int(*type.value)]) : type.raw;
}

QString forwards(const Choice<LinkType> &type)
{
    return type.value
        ? QCoreApplication::translate("Choice", choiceWords<LinkType>().at(qsizetype(*type.value)).label)
        : type.raw;
}

/// "FS + 7 d": how two items of a plan hang together.
QString lagText(const Dependency &dependency)
{
    const QString type = dependency.type.isNone() ? u"FS"_s : dependency.type.word().toUpper();
    const qint64 lag = dependency.lag.value_or(0);
    return lag == 0 ? type : type + u' ' + slipWords(int(lag));
}

/// Kinds whose mention of a record is shown elsewhere, or says nothing by itself.
bool isPassedOver(Kind kind)
{
    switch (kind) {
    case Kind::Link:
    case Kind::Note:
    case Kind::Waiver:
    case Kind::Dependency:
    case Kind::BaselineItem:
        return true;
    default:
        return false;
    }
}

} // namespace

bool InspectorLinks::fill(const Record &record, Kind)
{
    const QList<Group> groups = dependencyGroups(record.id) + linkGroups(record.id) + referenceGroups(record.id);
    qsizetype count = 0;
    for (const Group &group : groups)
        count += group.records.size();
    if (count == 0)
        return false;
    addHeading(tr("Links"), count);
    for (const Group &group : groups)
        addGroup(group);
    return true;
}

QList<InspectorLinks::Group> InspectorLinks::linkGroups(RecordId record) const
{
    std::map<std::pair<int, bool>, Group> byType;
    for (const Link *link : session().review().all<Link>()) {
        const bool from = link->from == record;
        if (!from && link->to != record)
            continue;
        Group &group = byType[{link->type.value ? int(*link->type.value) : -1, from}];
        group.title = from ? forwards(link->type) : backwards(link->type);
        group.records += from ? link->to : link->from;
    }
    QList<Group> groups;
    for (const auto &[type, group] : byType)
        groups += group;
    return groups;
}

QList<InspectorLinks::Group> InspectorLinks::dependencyGroups(RecordId record) const
{
    Group before{tr("Depends on"), {}, {}};
    Group after{tr("Followed by"), {}, {}};
    for (const Dependency *dependency : session().review().all<Dependency>()) {
        if (dependency->to.uuid == record.uuid) {
            before.records += RecordId(dependency->from.uuid);
            before.notes += lagText(*dependency);
        } else if (dependency->from.uuid == record.uuid) {
            after.records += RecordId(dependency->to.uuid);
            after.notes += lagText(*dependency);
        }
    }
    QList<Group> groups;
    for (const Group &group : {before, after}) {
        if (!group.records.isEmpty())
            groups += group;
    }
    return groups;
}

QList<InspectorLinks::Group> InspectorLinks::referenceGroups(RecordId record) const
{
    QList<Group> groups;
    for (const Kind kind : allKinds()) {
        if (isPassedOver(kind))
            continue;
        for (const Field &field : describe(kind).fields) {
            if (field.type != FieldType::Reference)
                continue;
            const QString title = tr("%1 (%2)", "kind of records, field");
            Group group{title.arg(kindPlural(kind), fieldLabel(kind, field.name)), {}, {}};
            for (const Record *other : session().review().list(kind)) {
                QUuid uuid;
                if (idFromValue(field.get(*other), uuid) && uuid == record.uuid)
                    group.records += other->id;
            }
            if (!group.records.isEmpty())
                groups += group;
        }
    }
    return groups;
}

void InspectorLinks::addGroup(const Group &group)
{
    QuietLabel *title = addWords(group.title);
    title->setType(Type::Caption);
    title->setContentsMargins(0, 4, 0, 0);
    const bool all = m_unfolded.contains(group.title) || group.records.size() <= mostOfGroup + 1;
    const qsizetype shown = all ? group.records.size() : mostOfGroup;
    for (qsizetype i = 0; i < shown; ++i) {
        const RecordId other = group.records.at(i);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        const auto kind = session().review().kindOf(other);
        row->addWidget(new IconLabel(kind ? kindIcon(*kind) : u"gap"_s, this), 0, Qt::AlignTop);
        QuietLabel *name = addLinkedWords(linkTo(other));
        row->addWidget(name, 1);
        if (i < group.notes.size()) {
            auto *note = new QuietLabel(group.notes.at(i), this);
            note->setType(Type::Caption);
            row->addWidget(note, 0, Qt::AlignTop);
        }
        column()->addLayout(row);
    }
    if (all)
        return;
    auto *more = new LinkButton(tr("Show all %1").arg(QLocale().toString(group.records.size())), this);
    connect(more, &LinkButton::clicked, this, [this, key = group.title] {
        m_unfolded += key;
        refill();
    });
    column()->addWidget(more, 0, Qt::AlignLeading);
}

} // namespace plumbline
