#include "ui/dialogs/editdialog.h"

#include "core/edits/baselines.h"
#include "ui/editors/textspelling.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/choicebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int longestText = 60; // Characters of a record in a list.

static QString oneLine(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestText ? line.left(longestText - 1).trimmed() + QChar(0x2026) : line;
}

EditDialog::EditDialog(Session &session, const QString &title, const QString &sentence, const QString &accept,
                       QWidget *parent)
    : DialogFrame(title, parent), m_session(session)
{
    setHeading(title, sentence);
    setButtons(accept, tr("Cancel"));
    resize(520, 240);
}

QLineEdit *EditDialog::addLine(const QString &label, const QString &text, const QString &needed)
{
    auto *line = new QLineEdit(text, this);
    addField(label, line);
    if (!needed.isEmpty())
        m_needed += Needed{[line] { return !line->text().trimmed().isEmpty(); }, needed};
    connect(line, &QLineEdit::textChanged, this, &EditDialog::judge);
    judge();
    return line;
}

QPlainTextEdit *EditDialog::addText(const QString &label, const QString &needed)
{
    auto *text = new QPlainTextEdit(this);
    text->setTabChangesFocus(true);
    new TextSpelling(text);
    text->setMinimumHeight(text->fontMetrics().lineSpacing() * 4);
    addField(label, text);
    if (!needed.isEmpty())
        m_needed += Needed{[text] { return !text->toPlainText().trimmed().isEmpty(); }, needed};
    connect(text, &QPlainTextEdit::textChanged, this, &EditDialog::judge);
    judge();
    return text;
}

QComboBox *EditDialog::addBox()
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    return box;
}

QComboBox *EditDialog::addRecords(const QString &label, const QList<RecordId> &records, const QString &none)
{
    QComboBox *box = addBox();
    if (!none.isEmpty())
        box->addItem(none, QUuid());
    for (const RecordId record : records)
        box->addItem(oneLine(recordWords(m_session.review(), record)), record.uuid);
    addField(label, box);
    return box;
}

void EditDialog::addDecision(bool levelNeeded)
{
    const Review &review = m_session.review();
    const auto latestFirst = [&](Kind kind) {
        QList<RecordId> ids;
        for (const Record *record : review.list(kind))
            ids.prepend(record->id);
        return ids;
    };
    m_decision = addRecords(tr("&Decision"), latestFirst(Kind::Decision), tr("A new decision"));
    m_date = new QLineEdit(formatDate(PartialDate::day(m_session.clock().today()), locale()), this);
    addField(tr("D&ate"), m_date);
    m_channel = new ChoiceBar(this);
    for (const ChoiceWord &word : choiceWords<Channel>())
        m_channel->addChoice(QLatin1String(word.word),
                             choiceLabel(Choice<Channel>::fromWord(QLatin1String(word.word))));
    m_meeting = addBox();
    m_meeting->addItem(tr("No meeting named"), QUuid());
    for (const RecordId meeting : latestFirst(Kind::Meeting))
        m_meeting->addItem(oneLine(recordWords(review, meeting)), meeting.uuid);
    auto *how = new QHBoxLayout;
    how->setSpacing(8);
    how->addWidget(m_channel);
    how->addWidget(m_meeting, 1);
    addField(tr("De&cided by"), how, m_channel);
    m_level = addBox();
    m_level->addItem(tr("Not said"), QString());
    for (const ChoiceWord &word : choiceWords<Consensus>())
        m_level->addItem(choiceLabel(Choice<Consensus>::fromWord(QLatin1String(word.word))),
                         QLatin1String(word.word));
    addField(tr("&Level of consensus"), m_level);
    m_needed +=
        Needed{[this] { return bool(decision()); }, tr("Type the day it was decided, such as 20 Sep 2018.")};
    if (levelNeeded)
        m_needed += Needed{[this] {
                               return !m_decision->currentData().toUuid().isNull() ||
                                      !m_level->currentData().toString().isEmpty();
                           },
                           tr("Choose the level of consensus.")};
    connect(m_level, &QComboBox::currentIndexChanged, this, &EditDialog::judge);
    connect(m_decision, &QComboBox::activated, this, &EditDialog::judge);
    connect(m_date, &QLineEdit::textChanged, this, &EditDialog::judge);
    connect(m_channel, &ChoiceBar::chosen, this, &EditDialog::judge);
    judge();
}

Result<DecisionDetails> EditDialog::decision() const
{
    DecisionDetails details;
    details.decision = DecisionId(m_decision->currentData().toUuid());
    if (!details.decision.isNull())
        return details;
    const auto date = dayIn(m_date);
    if (!date)
        return date.error();
    details.date = *date;
    details.channel = Choice<Channel>::fromWord(m_channel->current());
    if (!m_level->currentData().toString().isEmpty())
        details.level = Choice<Consensus>::fromWord(m_level->currentData().toString());
    if (details.channel.is(Channel::Meeting))
        details.meeting = MeetingId(m_meeting->currentData().toUuid());
    return details;
}

Result<PartialDate> EditDialog::dayIn(const QLineEdit *line) const
{
    const QDate today = m_session.clock().today();
    return line->text().trimmed().isEmpty() ? Result<PartialDate>(PartialDate::day(today))
                                            : parseTypedDate(line->text(), today, locale());
}

void EditDialog::setEdit(const EditFunctionCall &edit, bool takesBaseline)
{
    m_edit = edit;
    m_takesBaseline = takesBaseline;
}

void EditDialog::judge()
{
    if (m_decision) {
        const bool fresh = m_decision->currentData().toUuid().isNull();
        m_date->setEnabled(fresh);
        m_channel->setEnabled(fresh);
        m_level->setEnabled(fresh);
        m_meeting->setEnabled(fresh && Choice<Channel>::fromWord(m_channel->current()).is(Channel::Meeting));
    }
    const auto missing = std::find_if(m_needed.cbegin(), m_needed.cend(),
                                      [](const Needed &needed) { return !needed.isThere(); });
    allow(missing == m_needed.cend(), missing == m_needed.cend() ? QString() : missing->sentence);
}

void EditDialog::showEvent(QShowEvent *event)
{
    // A sentence that wraps needs more height than the layout asks for by itself.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    DialogFrame::showEvent(event);
}

void EditDialog::accept()
{
    if (m_takesBaseline) {
        if (const auto merged = m_session.commit(writeMerges(m_session.context())); !merged)
            return complain(merged.error().sentence);
    }
    const auto done = m_session.commit(m_edit(m_session.context()));
    if (!done)
        return complain(done.error().sentence);
    DialogFrame::accept();
}

} // namespace plumbline
