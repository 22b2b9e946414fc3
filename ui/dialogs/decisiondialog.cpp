#include "ui/dialogs/decisiondialog.h"

#include "core/edits/preparation.h"
#include "ui/dialogs/editdialog.h"
#include "ui/models/fieldwords.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

namespace plumbline {

static QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("DecisionDialog", text, nullptr, n);
}

bool askForDecision(Session &session, const QList<RecordId> &records, QWidget *parent)
{
    if (records.isEmpty())
        return false;
    const QString about = records.size() == 1
                              ? recordWords(session.review(), records.first())
                              : say(QT_TRANSLATE_N_NOOP("DecisionDialog", "%n record(s)"), int(records.size()));
    EditDialog dialog(session, say(QT_TRANSLATE_NOOP("DecisionDialog", "Record a decision of the full team")), about,
                      say(QT_TRANSLATE_NOOP("DecisionDialog", "Record it")), parent);
    QPlainTextEdit *text = dialog.addText(say(QT_TRANSLATE_NOOP("DecisionDialog", "&What was decided")));
    text->setPlainText(say(QT_TRANSLATE_NOOP("DecisionDialog", "The full team agrees on it as it stands.")));
    const bool onRecommendations = session.review().kindOf(records.first()) == Kind::Recommendation;
    dialog.addDecision(onRecommendations);
    dialog.setEdit([&](const EditContext &context) -> Result<ChangeSet> {
        const auto details = dialog.decision();
        return details ? decideOn(context, records, text->toPlainText(), *details) : Result<ChangeSet>(details.error());
    });
    return dialog.exec() == QDialog::Accepted;
}

} // namespace plumbline
