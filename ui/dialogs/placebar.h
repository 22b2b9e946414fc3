#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace plumbline {

class MergedTextEdit;
class QuietLabel;

/// The alternatives of the place to decide the cursor is at, a button each, and one to write another: below the merged
/// text they decide.
class PlaceBar : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceBar(MergedTextEdit *text, QWidget *parent = nullptr);

private:
    void follow();
    void addButton(const QString &words, std::function<void()> act);

    MergedTextEdit *m_text;
    QuietLabel *m_title;
    QHBoxLayout *m_buttons;
    int m_shown = -1; ///< The place the buttons are for.
};

} // namespace plumbline
