#pragma once

#include "app/cli/cli.h"

namespace plumbline::cli {

/// The options of `export --publication`.
void declarePublication(Call &call);

/// `export FILE BUNDLE --publication`: names text that would be published although it also stands where outsiders do not
/// see, and writes only when there is none or `--release` was given.
int exportPublication(Call &call);

/// Which of the two a file is, for verbs that read reviews and publications alike: the state it holds.
struct ReadState {
    std::unique_ptr<Session> session; ///< Null for a publication.
    Review review;
};
/// Opens the file named by the first word; nothing when that fails: then return Call::exitCode().
std::optional<ReadState> readState(Call &call);

} // namespace plumbline::cli
