#include "ui/editors/qualitystrip.h"

#include "ui/editors/inputs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// The heading of the strip, of the size of the field labels beside it, on a strong line.
class StripHead : public QuietLabel
{
public:
    using QuietLabel::QuietLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QuietLabel::paintEvent(event);
        QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().line2);
    }
};

} // namespace

static Severity severityOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return Severity::Good;
    case Verdict::Open:
        return Severity::Hint;
    case Verdict::Doubtful:
        return Severity::Warning;
    case Verdict::Missing:
        break;
    }
    return Severity::Error;
}

QualityStrip::QualityStrip(QWidget *parent) : QWidget(parent)
{
    auto *head = new StripHead(tr("Six demands"), this);
    head->setType(Type::Caption);
    head->setContentsMargins(0, 0, 0, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    for (int i = 0; i < demandCount; ++i) {
        auto *row = new DemandRow(this);
        connect(row, &DemandRow::leftBecause, this,
                [this, i](const QString &reason) { emit leftBecause(Demand(i), reason); });
        column->addWidget(row);
        m_rows += row;
    }
    column->addStretch(1);
    setAccessibleName(tr("Six demands"));
}

void QualityStrip::setJudgements(const QList<Judgement> &judgements, const QHash<Demand, QString> &left)
{
    m_judgements = judgements;
    for (const Judgement &judgement : judgements)
        m_rows.at(int(judgement.demand))->show(judgement, left.value(judgement.demand));
}

void QualityStrip::setReadOnly(bool readOnly)
{
    for (DemandRow *row : std::as_const(m_rows))
        row->setReadOnly(readOnly);
}

DemandRow::DemandRow(QWidget *parent)
    : QWidget(parent),
      m_sign(new QLabel(this)),
      m_name(new QuietLabel(this)),
      m_sentence(new QuietLabel(this)),
      m_leave(new LinkButton(tr("Leave it, because…"), this)),
      m_reason(new LineField(this))
{
    build();
    ask(false);
    m_reason->installEventFilter(this);
    connect(m_leave, &LinkButton::clicked, this, [this] { ask(true); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        const QString reason = m_reason->text().trimmed();
        ask(false);
        if (!reason.isEmpty())
            emit leftBecause(reason);
    });
}

void DemandRow::build()
{
    m_name->setToken(&Theme::ink);
    m_sentence->setType(Type::Caption);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_leave->setFont(typeFont(Type::Caption));
    m_reason->setPlaceholderText(tr("because…"));
    m_reason->setAccessibleName(tr("Leave it, because…"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_sentence);
    words->addWidget(m_leave, 0, Qt::AlignLeading);
    words->addWidget(m_reason);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 5);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void DemandRow::show(const Judgement &judgement, const QString &reason)
{
    m_left = judgement.verdict != Verdict::Met && !reason.isEmpty();
    m_severity = m_left ? Severity::Hint : severityOf(judgement.verdict);
    const QString sentence = m_left ? tr("left, because %1").arg(reason) : judgement.sentence;
    m_name->setText(demandName(judgement.demand));
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(u"%1: %2. %3"_s.arg(m_name->text(), severityWord(m_severity), sentence));
    setLook();
    if (!m_reason->isVisibleTo(this))
        ask(false);
}

void DemandRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    ask(false);
}

/// Turns between the link and the field that asks for the reason.
void DemandRow::ask(bool asking)
{
    const bool mayLeave =
        !m_left && !m_readOnly && (m_severity == Severity::Warning || m_severity == Severity::Error);
    m_leave->setVisible(mayLeave && !asking);
    m_reason->setVisible(mayLeave && asking);
    m_reason->clear();
    if (asking)
        m_reason->setFocus();
}

void DemandRow::setLook()
{
    m_sign->setPixmap(
        iconPixmap(severityIcon(m_severity), 16, severityMark(m_severity), devicePixelRatioF()));
    m_sign->setContentsMargins(0, 2, 0, 0);
    m_name->setType(Type::Body, m_severity != Severity::Good && m_severity != Severity::Hint);
    m_leave->setFont(typeFont(Type::Caption));
}

bool DemandRow::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        setLook();
    return handled;
}

bool DemandRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        ask(false);
    return true;
}

void DemandRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().line);
}

} // namespace plumbline
