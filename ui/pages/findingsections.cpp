#include "ui/pages/findingsections.h"

#include "core/domain/linkstate.h"
#include "core/edits/findings.h"
#include "core/edits/linking.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/editablefacts.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace plumbline {

PresentationsSection::PresentationsSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Presented to the full team"), this)),
      m_shown(new FactList(this)),
      m_feedback(new SectionHeader(tr("Feedback"), this)),
      m_points(new FactList(this)),
      m_line(new QLineEdit(this))
{
    m_line->setPlaceholderText(tr("Feedback: type a point and press Return"));
    m_line->setAccessibleName(tr("Feedback"));
    QVBoxLayout *column = sectionColumn(this);
    for (QWidget *part : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_shown),
                          static_cast<QWidget *>(m_feedback), static_cast<QWidget *>(m_points),
                          static_cast<QWidget *>(m_line)})
        column->addWidget(part);
    connect(m_header, &SectionHeader::actionTriggered, this, &PresentationsSection::present);
    connect(m_line, &QLineEdit::returnPressed, this, &PresentationsSection::note);
    connect(m_points, &FactList::actionRequested, this, &PresentationsSection::answer);
    connect(m_shown, &FactList::actionRequested, this, [this](RecordId presentation) {
        const RecordId link = linkId(m_session.review(), LinkType::Concerns, presentation, m_finding);
        SuspectDialog(m_session, LinkId(link.uuid), this).exec();
    });
    for (FactList *list : {m_shown, m_points}) {
        connect(list, &FactList::recordRequested, this, &PresentationsSection::recordRequested);
        makeEditable(list, session, [this](const QString &sentence) { emit refused(sentence); });
    }
    connect(&session, &Session::changed, this, &PresentationsSection::refresh);
}

void PresentationsSection::setRecord(RecordId finding)
{
    if (finding != m_finding)
        m_line->clear();
    m_finding = finding;
    refresh();
}

void PresentationsSection::refresh()
{
    const Review &review = m_session.review();
    const bool writable = !m_session.isReadOnly() && !m_finding.isNull();
    QList<Fact> shown;
    QSet<RecordId> presentations;
    m_latest = {};
    for (const Link *link : review.all<Link>()) {
        const Presentation *presentation = review.find(PresentationId(link->from.uuid));
        if (!link->type.is(LinkType::Concerns) || link->to != m_finding || !presentation ||
            m_finding.isNull())
            continue;
        const Meeting *meeting = review.find(presentation->meeting);
        const bool former = linkState(review, *link) == LinkState::Suspect;
        shown += {meeting ? dateText(meeting->held) : QString(), presentation->id,
                  recordWords(review, presentation->id),
                  former    ? tr("the finding changed since")
                  : meeting ? meeting->title
                            : tr("on the list"),
                  former ? Severity::Warning : Severity::None,
                  former ? tr("What changed?") : QString()};
        presentations.insert(presentation->id);
        m_latest = presentation->id;
    }
    m_header->setAction(writable ? tr("Present…") : QString());
    m_shown->setFacts(shown, tr("It was not presented yet."));
    QList<Fact> points;
    for (const FeedbackPoint *point : review.all<FeedbackPoint>()) {
        const bool here =
            RecordId(point->finding.uuid) == m_finding ||
            (point->finding.isNull() && presentations.contains(RecordId(point->presentation.uuid)));
        if (!here || m_finding.isNull())
            continue;
        Fact fact{{}, point->id, point->text.simplified(), {}, Severity::None};
        if (point->outcome.isNone()) {
            fact.severity = Severity::Warning;
            fact.action = writable ? tr("Answer…") : QString();
        } else {
            fact.severity = Severity::Good;
            fact.rest = tr("%1: %2", "what became of a feedback point, and how")
                            .arg(choiceLabel(point->outcome), point->how.simplified());
        }
        points += fact;
    }
    m_feedback->setVisible(!shown.isEmpty() || !points.isEmpty());
    m_points->setVisible(m_feedback->isVisibleTo(this));
    m_points->setFacts(points, tr("Nobody has said anything about it yet."));
    m_line->setVisible(writable && !m_latest.isNull());
}

bool PresentationsSection::commit(const Result<ChangeSet> &changes)
{
    const auto done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

void PresentationsSection::present()
{
    EditDialog dialog(m_session, tr("Present to the full team"), recordWords(m_session.review(), m_finding),
                      tr("Record it"), this);
    QList<RecordId> meetings;
    for (const Meeting *meeting : m_session.review().all<Meeting>()) {
        if (meeting->subteam.isNull())
            meetings.prepend(meeting->id);
    }
    QComboBox *meeting = dialog.addRecords(tr("&Meeting"), meetings, tr("On the list"));
    meeting->setCurrentIndex(meetings.isEmpty() ? 0 : 1);
    QPlainTextEdit *methodology =
        dialog.addText(tr("M&ethodology as presented"), tr("Write down how the finding was reached."));
    if (const Finding *finding = m_session.review().find(FindingId(m_finding.uuid)))
        methodology->setPlainText(finding->methodology);
    dialog.setEdit([&, this](const EditContext &context) {
        return presentFindings(context, {FindingId(m_finding.uuid)},
                               MeetingId(meeting->currentData().toUuid()), methodology->toPlainText());
    });
    dialog.exec();
}

void PresentationsSection::note()
{
    if (commit(noteFeedback(m_session.context(), PresentationId(m_latest.uuid), FindingId(m_finding.uuid),
                            m_line->text(), PersonId())))
        m_line->clear();
}

void PresentationsSection::answer(RecordId point)
{
    EditDialog dialog(m_session, tr("Answer feedback"), recordWords(m_session.review(), point),
                      tr("Record it"), this);
    auto *outcome = new ChoiceBar(&dialog);
    for (const ChoiceWord &word : choiceWords<FeedbackOutcome>())
        outcome->addChoice(QLatin1String(word.word),
                           choiceLabel(Choice<FeedbackOutcome>::fromWord(QLatin1String(word.word))));
    dialog.addWidget(tr("&What became of it"), outcome);
    QPlainTextEdit *how =
        dialog.addText(tr("&How, or why not"), tr("Say how it was incorporated, or why not."));
    dialog.setEdit([&](const EditContext &context) {
        return answerFeedback(context, FeedbackPointId(point.uuid),
                              Choice<FeedbackOutcome>::fromWord(outcome->current())
                                  .value.value_or(FeedbackOutcome::Incorporated),
                              how->toPlainText());
    });
    dialog.exec();
}

} // namespace plumbline
