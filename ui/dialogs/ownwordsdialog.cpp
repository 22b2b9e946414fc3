#include "ui/dialogs/ownwordsdialog.h"

#include "core/base/value.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace plumbline {

OwnWordsDialog::OwnWordsDialog(const QStringList &words, QWidget *parent)
    : DialogFrame(tr("My words"), parent), m_words(new QPlainTextEdit(words.join(u'\n'), this))
{
    setHeading(tr("My words"), tr("Words that are spelt right though no dictionary has them, one a line."));
    m_words->setTabChangesFocus(true);
    m_words->setAccessibleName(tr("My words"));
    body()->addWidget(m_words, 1);
    setFootnote(
        tr("They serve every review on this computer. Names of the people of a review are known anyway."));
    setButtons(tr("Keep"), tr("Cancel"));
    m_words->setFocus();
    resize(420, 420);
}

QStringList OwnWordsDialog::words() const
{
    return cleanText(m_words->toPlainText()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace plumbline
