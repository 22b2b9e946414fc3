#pragma once

#include "core/session/session.h"

#include <QWidget>

class QLineEdit;

namespace plumbline {

class ComboField;

/// The row above a list: a field that filters by typing, and which sub-team (or group) is shown.
class RecordFilterBar : public QWidget
{
    Q_OBJECT

public:
    /// What the list may show besides what was typed.
    struct Scope {
        bool all = true;
        std::optional<Kind> kind; ///< SubTeam or RecommendationGroup; none with all.
        RecordId record; ///< Null with a kind: the records that belong to none, those of the full team.
    };

    /// Offers sub-teams when records of @p kind belong to one, and groups when they stand in one.
    RecordFilterBar(Session &session, Kind kind, QWidget *parent = nullptr);

    QString typed() const;
    Scope scope() const;
    /// Whether a record is in the scope.
    bool accepts(const Record &record) const;
    /// Shows everything again.
    void clear();
    QLineEdit *field() const { return m_field; }
    /// Null when records of the kind belong to nothing.
    ComboField *scopes() const { return m_scopes; }

signals:
    void typedChanged(const QString &typed);
    void scopeChanged();

private:
    void fillScopes();
    void addScope(const QString &text, Kind kind, RecordId record);

    Session &m_session; // Not owned, outlives the bar.
    Kind m_kind;
    QLineEdit *m_field;
    ComboField *m_scopes = nullptr;
};

} // namespace plumbline
