#pragma once

#include "ui/dialogs/dialogframe.h"

class QLineEdit;

namespace plumbline {

class ChoiceBar;

/// Asks what a new review is called, from which template it is made and where its file goes. It makes nothing.
class NewReviewDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// @p folder is where the file is proposed to go; the user's documents when empty.
    explicit NewReviewDialog(QWidget *parent = nullptr, const QString &folder = {});

    QString title() const;
    QString templateName() const;
    /// Where the file is to be made, with the ending .plumb.
    QString path() const;

private:
    void proposePath();
    void choosePath();
    void judge();

    QLineEdit *m_title;
    ChoiceBar *m_template;
    QLineEdit *m_path;
    QString m_folder;
    QString m_proposed; ///< The path that was proposed last; another one in the field was typed.
};

} // namespace plumbline
