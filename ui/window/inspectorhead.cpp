#include "ui/window/inspectorhead.h"

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "core/edits/waivers.h"
#include "core/timeline/timelineconflicts.h"
#include "ui/dialogs/iconlabel.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/dialogs/recorddialog.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int edgeWidth = 3;

/// The ground and the edge of one problem.
class ProblemGround : public QWidget
{
public:
    ProblemGround(Severity severity, QWidget *parent) : QWidget(parent), m_severity(severity) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), severityGround(m_severity));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, edgeWidth, height())),
                         severityMark(m_severity));
    }

private:
    Severity m_severity;
};

/// The sub-team a record belongs to; null for none.
SubTeamId subTeamOf(const Record &record, Kind kind)
{
    const Field *field = describe(kind).field("subteam");
    QUuid uuid;
    if (!field || !idFromValue(field->get(record), uuid))
        return {};
    return SubTeamId(uuid);
}

/// Place of a sub-team among all, which fixes its hue; -1 for the full team.
int laneOf(const Review &review, SubTeamId subTeam)
{
    const auto all = review.all<SubTeam>();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [subTeam](const SubTeam *candidate) { return candidate->id.uuid == subTeam.uuid; });
    return found == all.end() ? -1 : int(found - all.begin());
}

QString belonging(const Review &review, const Record &record, Kind kind)
{
    QStringList words;
    if (const SubTeam *subTeam = review.find(subTeamOf(record, kind)))
        words += review.shownKey(*subTeam) + u' ' + subTeam->title;
    else if (kind == Kind::Milestone)
        words += InspectorHead::tr("Full team");
    if (kind == Kind::Milestone && !static_cast<const Milestone &>(record).responsible.isEmpty())
        words += static_cast<const Milestone &>(record).responsible;
    return words.join(u" · "_s);
}

/// "9 days after Draft freeze", as the timeline says it beside the mark; empty for problems it does not draw.
QString headlineOf(const Session &session, const Problem &problem)
{
    static const QList<QByteArray> drawn{"plan.afterDeadline", "plan.serves", "plan.freezeBuffer", "plan.feasible"};
    if (!drawn.contains(problem.check))
        return {};
    const Review &review = session.review();
    for (const TimelineConflict &conflict :
         timelineConflicts(review, PlanSchedule(review, session.clock().today()))) {
        if (conflict.milestone == problem.record && conflict.days == problem.days)
            return conflict.words;
    }
    return InspectorProblems::tr("%n day(s) too late", nullptr, problem.days);
}

/// Whether a page of the window has an editor for such records.
bool hasPage(Kind kind)
{
    static const QSet<Kind> kinds{Kind::Milestone,   Kind::SubTeam, Kind::TorSection,     Kind::ScopeItem,
                                  Kind::Person,      Kind::Rule,    Kind::PriorRecommendation, Kind::DataSource,
                                  Kind::DataRequest, Kind::Message, Kind::Finding,        Kind::Recommendation,
                                  Kind::Meeting};
    return kinds.contains(kind);
}

} // namespace

InspectorHead::InspectorHead(Session &session, QWidget *parent) : InspectorPart(session, parent)
{
    setFrame(false, {16, 14, 16, 12});
    column()->setSpacing(1);
}

bool InspectorHead::fill(const Record &record, Kind kind)
{
    const Review &review = session().review();
    const SubTeamId subTeam = kind == Kind::SubTeam ? SubTeamId(record.id.uuid) : subTeamOf(record, kind);
    const bool hasHue = kind == Kind::Milestone || kind == Kind::SubTeam;
    const int lane = laneOf(review, subTeam);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(hasHue ? new IconLabel(kindIcon(kind), [lane] { return laneColor(lane); }, this)
                          : new IconLabel(kindIcon(kind), this));
    auto *what = new QuietLabel(record.key.isEmpty() ? kindLabel(kind)
                                                     : kindLabel(kind) + u" · "_s + review.shownKey(record), this);
    what->setType(Type::Caption);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    row->addWidget(what, 1);
    column()->addLayout(row);
    const QString title = titleWords(review, record.id);
    QuietLabel *name = addWords(title.isEmpty() ? shortName(review, record.id) : title);
    name->setType(Type::Section);
    name->setToken(&Theme::ink);
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (const QString whose = belonging(review, record, kind); !whose.isEmpty())
        addWords(whose)->setType(Type::Caption);
    if (!session().isReadOnly() && RecordDialog::isFor(kind) && !hasPage(kind)) {
        auto *edit = new LinkButton(tr("Edit…"), this);
        edit->setAccessibleDescription(name->text());
        connect(edit, &LinkButton::clicked, this,
                [this] { RecordDialog(session(), this->record(), this).exec(); });
        auto *line = new QHBoxLayout;
        line->addWidget(edit);
        line->addStretch(1);
        column()->addLayout(line);
    }
    if (record.life == Life::DeletedWhileEdited) {
        QuietLabel *dispute = addWords(tr("Deleted by one and changed by another; somebody has to decide."));
        dispute->setToken(&Theme::amber);
    }
    return true;
}

InspectorProblems::InspectorProblems(Session &session, QWidget *parent) : InspectorPart(session, parent)
{
    setFrame(false, {});
    column()->setSpacing(1);
}

bool InspectorProblems::fill(const Record &record, Kind)
{
    bool any = false;
    for (const Problem &problem : session().problems()) {
        if (problem.record != record.id)
            continue;
        addProblem(problem);
        any = true;
    }
    return any;
}

void InspectorProblems::addProblem(const Problem &problem)
{
    const Severity severity = problem.waived ? Severity::Hint : severityOf(problem.level);
    auto *ground = new ProblemGround(severity, this);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(edgeWidth + 13, 10, 12, 10);
    row->setSpacing(8);
    row->addWidget(new IconLabel(severityIcon(severity), ground), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    row->addLayout(words, 1);
    const auto add = [&](const QString &text) {
        auto *label = new QuietLabel(text, ground);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        words->addWidget(label);
        return label;
    };
    const QString headline = problem.waived ? QString() : headlineOf(session(), problem);
    QuietLabel *loud = add(headline.isEmpty() ? problem.sentence : headline);
    loud->setType(Type::Body, !problem.waived);
    loud->setToken(severity == Severity::Error     ? &Theme::red
                   : severity == Severity::Warning ? &Theme::amber
                                                   : &Theme::ink);
    if (!headline.isEmpty())
        add(problem.sentence)->setToken(&Theme::ink);
    column()->addWidget(ground);
    if (problem.waived) {
        add(tr("Left, because: %1").arg(problem.waiverReason.simplified()))->setType(Type::Caption);
        return;
    }
    QuietLabel *next = add(problem.next);
    next->setType(Type::Caption);
    next->setToken(&Theme::ink);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *go = new QPushButton(tr("Go to"), ground);
    auto *accept = new QPushButton(tr("Accept…"), ground);
    accept->setFlat(true);
    accept->setEnabled(!session().isReadOnly());
    connect(go, &QPushButton::clicked, this, [this] { emit recordRequested(this->record()); });
    connect(accept, &QPushButton::clicked, this, [this, problem] { askToAccept(problem); });
    buttons->addWidget(go);
    buttons->addWidget(accept);
    buttons->addStretch(1);
    words->addLayout(buttons);
}

void InspectorProblems::askToAccept(const Problem &problem)
{
    ReasonDialog dialog(tr("Accept this problem"), problem.sentence, {}, window());
    if (dialog.exec() == QDialog::Accepted)
        accept(problem.check, dialog.reason());
}

void InspectorProblems::accept(const QByteArray &check, const QString &reason)
{
    commit(waive(session().context(), QString::fromUtf8(check), record(), reason));
}

} // namespace plumbline
