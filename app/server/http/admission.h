// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httplimits.h"

#include <boost/asio/ip/address.hpp>

#include <map>
#include <memory>
#include <mutex>

namespace vigie::server {

/// Counts connections, in all and per address, and says who may come in. An IPv6 client counts as
/// its /64 network, since one machine owns all of that. Thread-safe.
class Admission : public std::enable_shared_from_this<Admission>
{
public:
    enum class Verdict {
        Welcome,
        Busy,   ///< greet it, say 503, close
        Refused ///< close at once
    };

    /// A place that is given back when the object dies.
    class Place
    {
    public:
        Place() = default;
        Place(std::shared_ptr<Admission> admission, boost::asio::ip::address address)
            : m_admission(std::move(admission)), m_address(std::move(address))
        {
        }
        Place(Place &&) noexcept = default;
        Place &operator=(Place &&) = delete;
        ~Place()
        {
            if (m_admission)
                m_admission->leave(m_address);
        }

    private:
        std::shared_ptr<Admission> m_admission;
        boost::asio::ip::address m_address;
    };

    explicit Admission(const HttpLimits &limits) : m_limits(limits) {}

    /// The place is empty when the verdict is Refused.
    [[nodiscard]] std::pair<Verdict, Place> enter(const boost::asio::ip::address &address);
    [[nodiscard]] int count() const;

private:
    [[nodiscard]] static boost::asio::ip::address keyOf(const boost::asio::ip::address &address);
    void leave(const boost::asio::ip::address &key);

    const HttpLimits m_limits;
    mutable std::mutex m_mutex;
    std::map<boost::asio::ip::address, int> m_perAddress;
    int m_count = 0;
};

} // namespace vigie::server
