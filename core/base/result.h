// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace vigie {

/// A value or the reason why there is none. The only file that names tl::expected.
template<class T>
using Result = tl::expected<T, Error>;

/// What a function without a value returns on success.
using Done = Result<void>;

/// Shorthand for returning an error: `return fail(ErrorCode::Invalid, u"title is empty"_s);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace vigie

/// Returns the error of a Result<T> expression, or continues: the one control-flow macro of the
/// house, because C++20 has no `?` operator and every layer passes errors on.
#define VIGIE_TRY(expression)                                                                      \
    do {                                                                                           \
        if (auto vigieTried = (expression); !vigieTried)                                           \
            return ::vigie::fail(std::move(vigieTried).error());                                   \
    } while (false)

/// Binds the value of a Result<T> expression to a new variable, or returns its error.
#define VIGIE_TRY_ASSIGN(variable, expression)                                                     \
    auto variable##Result = (expression);                                                          \
    if (!variable##Result)                                                                         \
        return ::vigie::fail(std::move(variable##Result).error());                                 \
    auto &variable = *variable##Result
