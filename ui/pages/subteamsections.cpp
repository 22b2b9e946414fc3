#include "ui/pages/subteamsections.h"

#include "core/domain/link.h"
#include "core/domain/reportback.h"
#include "core/edits/preparation.h"
#include "ui/dialogs/editdialog.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/editablefacts.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumbline {

ReportBackSection::ReportBackSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Report-backs to the full team"), this)),
      m_reports(new FactList(this)),
      m_line(new QLineEdit(this))
{
    m_line->setPlaceholderText(tr("What should the full team know? Press Return"));
    m_line->setAccessibleName(tr("New report-back"));
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_reports);
    column->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &ReportBackSection::report);
    connect(m_reports, &FactList::recordRequested, this, &ReportBackSection::recordRequested);
    makeEditable(m_reports, session, [this](const QString &sentence) { emit refused(sentence); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::ReportBack) || changes.concerns(Kind::SubTeam))
            refresh();
    });
}

void ReportBackSection::setRecord(RecordId subTeam)
{
    if (subTeam != m_subTeam)
        m_line->clear();
    m_subTeam = subTeam;
    refresh();
}

void ReportBackSection::refresh()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> facts;
    std::optional<PartialDate> last;
    if (const SubTeam *subTeam = review.find(SubTeamId(m_subTeam.uuid)))
        last = subTeam->reported;
    for (const ReportBack *report : review.all<ReportBack>()) {
        if (RecordId(report->subteam.uuid) != m_subTeam || m_subTeam.isNull())
            continue;
        const Person *by = review.find(report->by);
        facts.prepend({dateText(report->date, today),
                       report->id,
                       report->text.simplified(),
                       by ? by->name : QString(),
                       Severity::None});
        if (report->date && (!last || *last < *report->date))
            last = report->date;
    }
    const int days = last && !last->isOpen() ? int(last->last().daysTo(today)) : -1;
    m_header->setCount(days < 0 ? QString() : days == 0 ? tr("today") : tr("%n day(s) ago", nullptr, days));
    m_reports->setFacts(facts, tr("The lead has not reported to the full team here yet."));
    m_line->setVisible(!m_session.isReadOnly() && !m_subTeam.isNull());
}

void ReportBackSection::report()
{
    const auto done = m_session.commit(reportBack(m_session.context(), SubTeamId(m_subTeam.uuid),
                                                  m_line->text(), PersonId(m_session.me().uuid), {}));
    if (done)
        m_line->clear();
    else
        emit refused(done.error().sentence);
}

FormationSection::FormationSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Decisions about it"), this)),
      m_change(new QPushButton(tr("Change…"), this)),
      m_facts(new FactList(this))
{
    m_header->addAtEnd(m_change);
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_facts);
    auto *menu = new QMenu(m_change);
    m_form =
        menu->addAction(tr("Record the decision that formed it…"), this, &FormationSection::recordFormation);
    menu->addSeparator();
    m_changes += menu->addAction(tr("Rename…"), this, &FormationSection::rename);
    m_changes += menu->addAction(tr("Split…"), this, &FormationSection::split);
    m_changes += menu->addAction(tr("Close…"), this, &FormationSection::close);
    m_change->setMenu(menu);
    connect(m_facts, &FactList::recordRequested, this, &FormationSection::recordRequested);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::SubTeam) || changes.concerns(Kind::Decision) ||
            changes.concerns(Kind::Link))
            refresh();
    });
}

void FormationSection::setRecord(RecordId subTeam)
{
    m_subTeam = subTeam;
    refresh();
}

void FormationSection::refresh()
{
    const Review &review = m_session.review();
    const SubTeam *subTeam = review.find(id());
    QList<Fact> facts;
    const auto add = [&](RecordId decision, const QString &rest) {
        if (const Decision *found = review.find(DecisionId(decision.uuid)))
            facts += {dateText(found->date), decision, recordWords(review, decision), rest, Severity::None};
    };
    if (subTeam)
        add(RecordId(subTeam->formed.uuid), tr("formed it"));
    for (const Link *link : review.all<Link>()) {
        if (link->to != m_subTeam || m_subTeam.isNull())
            continue;
        if (link->type.is(LinkType::Decides))
            add(link->from, {});
        else if (link->type.is(LinkType::SplitFrom))
            facts += {{}, link->from, recordWords(review, link->from), tr("came from it"), Severity::None};
    }
    if (subTeam && !subTeam->movedto.isNull())
        facts += {{},
                  RecordId(subTeam->movedto.uuid),
                  recordWords(review, RecordId(subTeam->movedto.uuid)),
                  tr("took over its work"),
                  Severity::None};
    const bool closed = subTeam && subTeam->state.is(SubTeamState::Closed);
    m_form->setEnabled(subTeam && subTeam->formed.isNull());
    for (QAction *action : std::as_const(m_changes))
        action->setEnabled(subTeam && !closed);
    m_change->setEnabled(subTeam && !m_session.isReadOnly());
    m_facts->setFacts(facts, tr("No decision of the full team about it is recorded."));
}

void FormationSection::recordFormation()
{
    EditDialog dialog(m_session, tr("Form the sub-team"),
                      tr("Records by which decision of the full team it was formed."), tr("Record it"), this);
    dialog.addDecision();
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto details = dialog.decision();
        return details ? plumbline::recordFormation(context, id(), *details)
                       : Result<ChangeSet>(details.error());
    });
    dialog.exec();
}

void FormationSection::rename()
{
    EditDialog dialog(m_session, tr("Rename the sub-team"), recordWords(m_session.review(), m_subTeam),
                      tr("Rename"), this);
    QLineEdit *name = dialog.addLine(tr("&New name"), {}, tr("Type the new name."));
    dialog.addDecision();
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto details = dialog.decision();
        return details ? renameSubTeam(context, id(), name->text(), *details)
                       : Result<ChangeSet>(details.error());
    });
    dialog.exec();
}

void FormationSection::split()
{
    EditDialog dialog(m_session, tr("Split the sub-team"),
                      tr("The first part takes over its open work, until somebody divides it."), tr("Split"),
                      this);
    QLineEdit *first = dialog.addLine(tr("&First part"), {}, tr("Name both parts."));
    QLineEdit *second = dialog.addLine(tr("&Second part"), {}, tr("Name both parts."));
    dialog.addDecision();
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto details = dialog.decision();
        return details ? splitSubTeam(context, id(), {first->text(), second->text()}, *details)
                       : Result<ChangeSet>(details.error());
    });
    dialog.exec();
}

void FormationSection::close()
{
    QList<RecordId> heirs;
    for (const SubTeam *other : m_session.review().all<SubTeam>()) {
        if (other->id != m_subTeam && !other->state.is(SubTeamState::Closed))
            heirs += other->id;
    }
    EditDialog dialog(m_session, tr("Close the sub-team"), tr("Its memberships end and its open work moves."),
                      tr("Close it"), this);
    QComboBox *heir = dialog.addRecords(tr("Its work &goes to"), heirs, tr("The full team"));
    dialog.addDecision();
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto details = dialog.decision();
        return details ? closeSubTeam(context, id(), SubTeamId(heir->currentData().toUuid()), *details)
                       : Result<ChangeSet>(details.error());
    });
    dialog.exec();
}

} // namespace plumbline
