#pragma once

// GLib has members called “signals”, which Qt makes a keyword.
#pragma push_macro("signals")
#undef signals
#include <gmime/gmime.h>
#pragma pop_macro("signals")

#include <memory>

namespace plumbline {

struct GMimeUnref {
    void operator()(void *object) const { g_object_unref(object); }
};
template<class T>
using GMimeOwned = std::unique_ptr<T, GMimeUnref>;

struct GMimeFreeText {
    void operator()(char *text) const { g_free(text); }
};
using GMimeText = std::unique_ptr<char, GMimeFreeText>;

/// Options for broken mail: what is beyond the standards is read as people meant it. Prepares the library at
/// the first call, in whatever thread.
GMimeParserOptions *gmimeOptions();

} // namespace plumbline
