#pragma once

#include "core/domain/review.h"

#include <QWidget>

namespace plumbline {

class QuietLabel;

/// One version of a field in conflict: whose it is, when it was written, its words against what was before, and the
/// button that takes it.
class ConflictValueColumn : public QWidget
{
    Q_OBJECT

public:
    struct Content {
        QString title; ///< "Before", "Yours", "Theirs".
        QString who;
        QString when;
        QString base; ///< Empty: the text is shown as it is.
        QString text;
        QString button;
        bool isLongText = false; ///< Words are marked against the base.
        QString icon = {};       ///< Name of the icon before the title; empty for none.
    };

    explicit ConflictValueColumn(const Content &content, QWidget *parent = nullptr);

signals:
    void taken();

protected:
    bool event(QEvent *event) override;

private:
    void showWords();

    Content m_content;
    QuietLabel *m_words;
};

} // namespace plumbline
