// The part of the window about spelling: which dictionary, and one's own words.

#include "core/domain/changes.h"
#include "core/session/session.h"
#include "core/spelling/reviewspelling.h"
#include "ui/dialogs/ownwordsdialog.h"
#include "ui/editors/spelling.h"
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QMenu>

namespace plumbline {

void MainWindow::makeSpellingMenu(QMenu *view)
{
    Spelling &spelling = Spelling::instance();
    connect(&spelling, &Spelling::failed, this,
            [this](const QString &sentence) { say(Severity::Warning, sentence); });
    QMenu *menu = view->addMenu(tr("&Spelling"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillSpellingMenu(menu); });
    fillSpellingMenu(menu); // So that what lists the menus finds it full.
}

void MainWindow::fillSpellingMenu(QMenu *menu)
{
    Spelling &spelling = Spelling::instance();
    menu->clear();
    if (spelling.dictionaries().isEmpty()) {
        // As a package is called on most systems.
        menu->addAction(tr("No dictionary is installed, such as hunspell-en-gb"))->setEnabled(false);
        return;
    }
    auto *choice = new QActionGroup(menu);
    const auto add = [&](const QString &label, const QString &name) {
        QAction *action = menu->addAction(label, this, [name] { Spelling::instance().choose(name); });
        action->setCheckable(true);
        action->setChecked(name == spelling.chosen());
        choice->addAction(action);
    };
    for (const Dictionary &dictionary : spelling.dictionaries())
        add(dictionaryLabel(dictionary.name), dictionary.name);
    add(tr("Do &not check"), {});
    menu->addSeparator();
    menu->addAction(tr("&My words…"), this, [this] {
        OwnWordsDialog dialog(Spelling::instance().ownWords(), this);
        if (dialog.exec() == QDialog::Accepted)
            Spelling::instance().setOwnWords(dialog.words());
    });
}

void MainWindow::followReviewWords()
{
    const auto tell = [this] { Spelling::instance().setReviewWords(wordsOfReview(m_session->review())); };
    connect(m_session.get(), &Session::changed, this, [tell](const Changes &changes) {
        if (changes.concerns(Kind::Person) || changes.concerns(Kind::Rule))
            tell();
    });
    tell();
}

} // namespace plumbline
