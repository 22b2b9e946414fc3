#pragma once

#include "tests/ui/models/samplereview.h"

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "ui/editors/recordform.h"

#include <QLineEdit>
#include <QVBoxLayout>

/// A form in a window with a button outside it, so that fields can be left.
class FormWindow : public QWidget
{
public:
    explicit FormWindow(plumbline::RecordView *view) : view(view), outside(new QLineEdit)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(view);
        column->addWidget(outside);
        resize(800, 900);
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this))
            qFatal("The window does not become active.");
    }
    template<class T>
    T *input(const QByteArray &field) const
    {
        auto *found = view->editor(field)->findChild<T *>();
        found->setFocus();
        return found;
    }
    void leave() const { outside->setFocus(); }

    plumbline::RecordView *view;
    QLineEdit *outside;
};

/// A form of the first finding of the example.
struct FindingForm {
    SampleReview sample;
    plumbline::FindingId id{sample.review().list(plumbline::Kind::Finding).front()->id.uuid};
    FormWindow window{new plumbline::RecordForm(sample.session(), plumbline::Kind::Finding)};

    FindingForm() { window.view->setRecord(plumbline::RecordId(id.uuid)); }
    const plumbline::Finding &finding() const { return *sample.review().find(id); }
    const plumbline::Conflict *conflict(const QByteArray &field) const
    {
        return sample.review().conflict(plumbline::RecordId(id.uuid), field);
    }
};

/// A form of the first data source of the example.
struct SourceForm {
    SampleReview sample;
    plumbline::DataSourceId id{sample.review().list(plumbline::Kind::DataSource).front()->id.uuid};
    FormWindow window{new plumbline::RecordForm(sample.session(), plumbline::Kind::DataSource)};

    SourceForm() { window.view->setRecord(plumbline::RecordId(id.uuid)); }
    const plumbline::DataSource &source() const { return *sample.review().find(id); }
};
