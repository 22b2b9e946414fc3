#pragma once

#include <QLocale>

namespace plumbline {

/// Installs the texts of @p locale, or the English plural forms when there are none; once, at the start of a program.
void installLanguage(const QLocale &locale = QLocale(QLocale::English));

} // namespace plumbline
