// The main function of every test program; see testprogram.h. With PLUMBLINE_TEST_WIDGETS it is one with a window.
#include "tests/testprogram.h"

#include <QFileInfo>
#include <QTextStream>

#include <map>

#ifdef PLUMBLINE_TEST_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

using namespace Qt::StringLiterals;

namespace testprogram {

namespace {

// Filled before main, so they are made when first asked for.
std::map<QString, Run> &tests()
{
    static std::map<QString, Run> all;
    return all;
}

std::map<QString, Helper::Task> &helpers()
{
    static std::map<QString, Helper::Task> all;
    return all;
}

} // namespace

Registered::Registered(const char *file, Run run)
{
    tests().emplace(QFileInfo(QString::fromLocal8Bit(file)).completeBaseName().mid(4), run);
}

Helper::Helper(const char *name, Task task)
{
    helpers().emplace(QString::fromLatin1(name), task);
}

} // namespace testprogram

int main(int count, char **words)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // Tests need no screen.
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Application application(count, words);
    const QString word = count > 1 ? QString::fromLocal8Bit(words[1]) : QString();
    if (const auto helper = testprogram::helpers().find(word); helper != testprogram::helpers().end() && count > 2)
        return helper->second(QString::fromLocal8Bit(words[2]));
    if (const auto test = testprogram::tests().find(word); test != testprogram::tests().end()) {
        words[1] = words[0];
        return test->second(count - 1, words + 1);
    }
    if (!word.isEmpty() && !word.startsWith(u'-')) {
        QTextStream out(stderr);
        out << "There is no test \u201c" << word << "\u201d here. There are:";
        for (const auto &[name, run] : testprogram::tests())
            out << ' ' << name;
        out << ".\n";
        return 2;
    }
    int failures = 0;
    for (const auto &[name, run] : testprogram::tests())
        failures += run(count, words);
    return failures;
}
