// Rooms stand on levels and an include may only lead down; docs/architecture.md draws the house. Linking
// proves nothing here: a header is found whether or not its library is named.

#include "tests/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace includes_test {

class TestIncludes : public QObject
{
    Q_OBJECT

private slots:
    void everyFileStandsInARoom();
    void noIncludeLeadsUp();
    void onlyTheStoreKnowsSql();
    void noWidgetStandsBelowTheWindow();
    void aMadeUpArrowUpIsNoticed_data();
    void aMadeUpArrowUpIsNoticed();
    void whatIsAllowedIsAllowed_data();
    void whatIsAllowedIsAllowed();
};

namespace {

struct Room {
    QString folder;
    int level;
};

const QList<Room> &rooms()
{
    static const QList<Room> all{
        {u"core/base/"_s, 0},   {u"core/domain/"_s, 1},   {u"core/schedule/"_s, 2},
        {u"core/checks/"_s, 3}, {u"core/timeline/"_s, 3}, {u"core/store/"_s, 3},
        {u"core/planfiles/"_s, 3}, {u"core/mail/"_s, 3}, {u"core/spelling/"_s, 3},
        {u"core/edits/"_s, 4},  {u"core/session/"_s, 5},  {u"core/exchange/"_s, 6},
        {u"core/report/"_s, 6}, {u"ui/render/"_s, 7},     {u"ui/widgets/"_s, 8},
        {u"ui/models/"_s, 9},   {u"ui/gantt/"_s, 9},      {u"ui/editors/"_s, 10},
        {u"ui/dialogs/"_s, 11}, {u"ui/pages/"_s, 11},     {u"ui/window/"_s, 12},
        {u"app/"_s, 13},        {u"translations/"_s, 12}, // Installed by the programs; nobody else asks for
                                                          // it.
    };
    return all;
}

const Room *roomOf(const QString &path)
{
    for (const Room &room : rooms()) {
        if (path.startsWith(room.folder))
            return &room;
    }
    return nullptr;
}

/// What is wrong with an include of ours; empty when it is allowed.
QString arrowFault(const QString &file, const QString &included)
{
    const Room *from = roomOf(file);
    const Room *to = roomOf(included);
    if (!from || !to)
        return u"%1 includes %2: a header of ours is named by its path from the root"_s.arg(file, included);
    const bool pageAsksByDialog = from->folder == u"ui/pages/" && to->folder == u"ui/dialogs/";
    if (to->level < from->level || to->folder == from->folder || pageAsksByDialog)
        return {};
    return u"%1 includes %2: level %3 must not know level %4"_s.arg(file, included)
        .arg(from->level)
        .arg(to->level);
}

QString sqlFault(const QString &file, const QString &header)
{
    static const QRegularExpression sql(u"^(QSql\\w*|QtSql/?.*|sqlite3\\.h)$"_s);
    if (!sql.match(header).hasMatch() || file.startsWith(u"core/store/"))
        return {};
    return u"%1 includes <%2>: only core/store knows SQL"_s.arg(file, header);
}

/// Headers of Qt6::Widgets (and PrintSupport, which brings it along).
QString widgetFault(const QString &file, const QString &header)
{
    static const QRegularExpression widgets(
        u"^(QtWidgets/?.*|QtPrintSupport/"
        u"?.*|QPrinter\\w*|QPrintDialog|QApplication|QWidget\\w*|QMainWindow|QDialog\\w*|"
        "QMessageBox|QFileDialog|QPushButton|QToolButton|QAbstractButton|QLabel|QLineEdit|QTextEdit|"
        "QPlainTextEdit|"
        "QComboBox|QCheckBox|QRadioButton|QSpinBox|QDateEdit|QMenu\\w*|QToolBar|QStatusBar|QStyle\\w*|"
        "QProxyStyle|"
        "QCommonStyle|Q\\w+View|QHeaderView|QAbstractItemDelegate|QStyledItemDelegate|QAbstractScrollArea|"
        "QScrollArea|"
        "QScrollBar|QSplitter|QStackedWidget|QTabWidget|Q\\w*Layout|QSizePolicy|QGraphics\\w+|QCompleter|"
        "QToolTip|"
        "QFrame|QGroupBox|QListWidget|QTreeWidget|QTableWidget|QWizard\\w*|QSystemTrayIcon)$"_s);
    static const QStringList ofGui{u"QTextLayout"_s,      u"QAbstractTextDocumentLayout"_s,
                                   u"QPageLayout"_s,      u"QStyleHints"_s,
                                   u"QStringView"_s,      u"QByteArrayView"_s,
                                   u"QAnyStringView"_s,   u"QUtf8StringView"_s,
                                   u"QLatin1StringView"_s};
    const bool below =
        file.startsWith(u"core/") || file.startsWith(u"ui/render/") || file.startsWith(u"app/cli/");
    if (!below || ofGui.contains(header) || !widgets.match(header).hasMatch())
        return {};
    return u"%1 includes <%2>: there are no widgets below ui/widgets"_s.arg(file, header);
}

struct Include {
    QString file;
    QString header;
    bool ours = false; ///< In quotes.
};

/// The includes of a source text.
QList<Include> includesOf(const QString &file, const QString &text)
{
    static const QRegularExpression line(u"^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    QList<Include> all;
    for (const QRegularExpressionMatch &match : line.globalMatch(text))
        all += {file, match.captured(2), match.captured(1) == u"\""};
    return all;
}

QStringList sources()
{
    QStringList files;
    const QDir root(QStringLiteral(PLUMBLINE_SOURCE_DIR));
    for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator walk(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            files += root.relativeFilePath(walk.next());
    }
    files.sort();
    return files;
}

QList<Include> allIncludes()
{
    QList<Include> all;
    for (const QString &name : sources()) {
        QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a source cannot be read");
        all += includesOf(name, QString::fromUtf8(file.readAll()));
    }
    return all;
}

/// Everything that is wrong with these includes, one a line.
QString faults(const QList<Include> &includes)
{
    QStringList found;
    for (const Include &include : includes) {
        const bool generated = include.header.endsWith(u".moc") || include.header.startsWith(u"ui_");
        if (include.ours && !generated)
            found += arrowFault(include.file, include.header);
        found += sqlFault(include.file, include.header);
        found += widgetFault(include.file, include.header);
    }
    found.removeAll(QString());
    return found.join(u'\n');
}

} // namespace

void TestIncludes::everyFileStandsInARoom()
{
    const QStringList files = sources();
    QVERIFY(files.size() > 100);
    for (const QString &file : files)
        QVERIFY2(roomOf(file), qPrintable(u"%1 stands in no room this test knows"_s.arg(file)));
}

void TestIncludes::noIncludeLeadsUp()
{
    QStringList wrong;
    for (const Include &include : allIncludes()) {
        if (include.ours && !include.header.endsWith(u".moc"))
            wrong += arrowFault(include.file, include.header);
    }
    wrong.removeAll(QString());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestIncludes::onlyTheStoreKnowsSql()
{
    QStringList wrong;
    for (const Include &include : allIncludes())
        wrong += sqlFault(include.file, include.header);
    wrong.removeAll(QString());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestIncludes::noWidgetStandsBelowTheWindow()
{
    QStringList wrong;
    for (const Include &include : allIncludes())
        wrong += widgetFault(include.file, include.header);
    wrong.removeAll(QString());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestIncludes::aMadeUpArrowUpIsNoticed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::newRow("base knows domain") << u"core/base/cbor.h"_s << u"#include \"core/domain/kind.h\""_s;
    QTest::newRow("checks know timeline")
        << u"core/checks/check.cpp"_s << u"#include \"core/timeline/timescale.h\""_s;
    QTest::newRow("edits know the session")
        << u"core/edits/plan.cpp"_s << u"  # include  \"core/session/session.h\""_s;
    QTest::newRow("report knows exchange")
        << u"core/report/document.h"_s << u"#include \"core/exchange/bundle.h\""_s;
    QTest::newRow("core knows ui") << u"core/session/session.h"_s << u"#include \"ui/render/theme.h\""_s;
    QTest::newRow("models know views")
        << u"ui/models/recordmodel.h"_s << u"#include \"ui/gantt/ganttview.h\""_s;
    QTest::newRow("dialogs know pages")
        << u"ui/dialogs/importdialog.cpp"_s << u"#include \"ui/pages/page.h\""_s;
    QTest::newRow("the window knows the program")
        << u"ui/window/window.cpp"_s << u"#include \"app/cli/cli.h\""_s;
    QTest::newRow("a path that is not from the root") << u"core/base/cbor.cpp"_s << u"#include \"cbor.h\""_s;
    QTest::newRow("SQL in the session") << u"core/session/session.cpp"_s << u"#include <QSqlQuery>"_s;
    QTest::newRow("SQLite in a page") << u"ui/pages/page.cpp"_s << u"#include <sqlite3.h>"_s;
    QTest::newRow("a widget in core") << u"core/report/document.cpp"_s << u"#include <QLabel>"_s;
    QTest::newRow("a view in render") << u"ui/render/theme.cpp"_s << u"#include <QTreeView>"_s;
    QTest::newRow("a layout in the command line")
        << u"app/cli/main.cpp"_s << u"#include <QtWidgets/QVBoxLayout>"_s;
    QTest::newRow("a printer in render") << u"ui/render/page.cpp"_s << u"#include <QPrinter>"_s;
}

void TestIncludes::aMadeUpArrowUpIsNoticed()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    const QList<Include> includes =
        includesOf(file, u"#pragma once\n\n"_s + line + u"\n#include <QString>\n"_s);
    QCOMPARE(includes.size(), 2);
    QVERIFY(!faults(includes).isEmpty());
}

void TestIncludes::whatIsAllowedIsAllowed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::newRow("down") << u"core/edits/plan.cpp"_s << u"#include \"core/schedule/slip.h\""_s;
    QTest::newRow("within the room") << u"core/store/log.h"_s << u"#include \"core/store/sqlite.h\""_s;
    QTest::newRow("a page asks by a dialog")
        << u"ui/pages/page.cpp"_s << u"#include \"ui/dialogs/importdialog.h\""_s;
    QTest::newRow("SQL in the store") << u"core/store/store.cpp"_s << u"#include <QSqlQuery>"_s;
    QTest::newRow("a text layout in render") << u"ui/render/pagetext.cpp"_s << u"#include <QTextLayout>"_s;
    QTest::newRow("a string view in core") << u"core/base/json.h"_s << u"#include <QStringView>"_s;
    QTest::newRow("a widget in the window") << u"ui/window/window.h"_s << u"#include <QMainWindow>"_s;
    QTest::newRow("what moc makes") << u"ui/window/window.cpp"_s << u"#include \"window.moc\""_s;
}

void TestIncludes::whatIsAllowedIsAllowed()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    QCOMPARE(faults(includesOf(file, line)), QString());
}

PLUMBLINE_TEST(TestIncludes)
} // namespace includes_test

#include "tst_includes.moc"
