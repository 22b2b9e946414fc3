#include "ui/dialogs/reasondialog.h"

#include "core/base/value.h"
#include "ui/editors/textspelling.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace plumbline {

ReasonDialog::ReasonDialog(const QString &title, const QString &sentence, const QString &accept, QWidget *parent)
    : DialogFrame(title, parent), m_reason(new QPlainTextEdit(this))
{
    setHeading(title, sentence);
    m_reason->setTabChangesFocus(true);
    new TextSpelling(m_reason);
    m_reason->setPlaceholderText(tr("Because…"));
    addField(tr("&Reason"), m_reason);
    setButtons(accept.isEmpty() ? tr("Accept") : accept, tr("Cancel"));
    setFootnote(tr("The reason stays on record and is printed."));
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReasonDialog::judge);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *send = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(send, &QShortcut::activated, acceptButton(), &QPushButton::click);
    }
    judge();
    m_reason->setFocus();
    resize(480, 300);
}

QString ReasonDialog::reason() const
{
    return cleanText(m_reason->toPlainText()).trimmed();
}

void ReasonDialog::judge()
{
    allow(!reason().isEmpty(), tr("Write a reason first."));
}

} // namespace plumbline
