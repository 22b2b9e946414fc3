#pragma once

#include "core/exchange/sharing.h"
#include "ui/dialogs/workingdialog.h"

class QLineEdit;

namespace plumbline {

/// Makes the file of a review somebody invited to by a bundle: says from whom, asks where it goes and, when it is
/// encrypted, for the passphrase. Accepted when the file stands.
class JoinDialog : public WorkingDialog
{
    Q_OBJECT

public:
    explicit JoinDialog(const QString &bundle, QWidget *parent = nullptr);

    /// Where the review is, or is to be.
    QString path() const;
    void setPath(const QString &path);

public slots:
    void accept() override;

private:
    void choosePath();
    void judge();
    void showError(const Error &error);

    const QString m_bundle;
    QLineEdit *m_path;
    QLineEdit *m_passphrase;
};

} // namespace plumbline
