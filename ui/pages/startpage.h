#pragma once

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace plumbline {

class QuietLabel;

/// One way to begin: an icon, a name, what happens, and a chevron at the far end.
class StartChoice : public QAbstractButton
{
    Q_OBJECT

public:
    StartChoice(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_iconName;
    QString m_sentence;
};

/// What is to be seen while no review is open: the example, a new review, a file, a bundle somebody sent, and the
/// files opened last. It only says what was asked for. Up and Down walk through the choices.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// The files opened last, newest first; those that are gone are left out.
    void setRecentFiles(const QStringList &paths);

signals:
    void exampleRequested();
    void newRequested();
    void openRequested();
    void joinRequested();
    void fileRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    StartChoice *addChoice(QVBoxLayout *column, const QString &iconName, const QString &title,
                           const QString &sentence);
    void setLook();

    QWidget *m_column;
    QuietLabel *m_name;
    StartChoice *m_first;
    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
};

} // namespace plumbline
