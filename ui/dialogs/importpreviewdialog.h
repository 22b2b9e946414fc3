#pragma once

#include "core/exchange/sharing.h"
#include "ui/dialogs/dialogframe.h"

namespace plumbline {

/// Shows what a bundle would bring before anything is stored: from whom, how much, which fields would hold two
/// values, which problems would be new, and what is missing. Accepted means: take it.
class ImportPreviewDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// @p report is what previewImport() found; @p file is the bundle, shown by its name when it is given.
    ImportPreviewDialog(const Review &review, const ImportReport &report, QWidget *parent = nullptr,
                        const QString &file = {});

private:
    void addMessages();
    void addCounts(QVBoxLayout *column);
    void addKinds(QVBoxLayout *column);
    void addConflicts(QVBoxLayout *column);
    void addProblems(QVBoxLayout *column);
    QString sender() const;

    const Review &m_review; // Not owned, outlives the dialog.
    ImportReport m_report;
};

/// Previews @p path, asks, and takes it in when the person agrees. Empty when the person did not.
/// Errors: those of previewImport() and importBundle().
Result<std::optional<ImportReport>> askAndImport(Session &session, const QString &path, QWidget *parent);

} // namespace plumbline
