#pragma once

#include "core/exchange/sharing.h"
#include "ui/dialogs/workingdialog.h"
#include "ui/widgets/severity.h"

class QLineEdit;

namespace plumbline {

class Chip;
class LinkButton;
class QuietLabel;

/// Takes in bundles: reads them on a copy first, shows what they would bring, and takes them when the person agrees.
///
/// Reading and taking run beside the window. An encrypted bundle asks for its passphrase. Nothing is stored before the
/// person agrees; stopping the taking leaves a valid state in which receiving again completes it.
class ReceiveDialog : public WorkingDialog
{
    Q_OBJECT

public:
    /// @p session is not owned, outlives the dialog, and is not edited by others while it is open.
    ReceiveDialog(Session &session, const QStringList &bundles, QWidget *parent = nullptr);

    /// Reads the bundles; called once, after the dialog is shown.
    void start();
    /// What was taken in; empty while nothing was.
    const std::optional<ImportReport> &taken() const { return m_taken; }
    /// What the preview found; empty while it is being read.
    const std::optional<ImportReport> &preview() const { return m_preview; }

public slots:
    /// The primary button: reads with the passphrase typed, or takes what is shown.
    void accept() override;
    /// Opens the list of all records, to untick some.
    void readEveryChange();

private:
    void read();
    void showError(const Error &error);
    void askPassphrase(bool again);
    void showPreview();
    void showHeading();
    void addSignature();
    void markCompared(const BundleNews &news);
    void addMessages();
    void addBar(Severity severity, const QString &happened, const QString &kept);
    void judge();
    void take();
    ImportOptions options() const;

    Session &m_session; // Not owned, outlives the dialog.
    const QStringList m_bundles;
    std::optional<ImportReport> m_preview;
    std::optional<ImportReport> m_taken;
    QSet<RecordId> m_setAside;
    QLineEdit *m_passphrase;
    QWidget *m_asking; ///< The field for the passphrase and its caption.
    LinkButton *m_every;
    Chip *m_signature = nullptr; ///< With the two below, of the bundle whose signature is worth most attention.
    QuietLabel *m_signed = nullptr;
    QuietLabel *m_fingerprint = nullptr;
    LinkButton *m_compared = nullptr;
    bool m_asked = false; ///< A passphrase was asked for already.
};

} // namespace plumbline
