// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/admission.h"

#include <algorithm>

namespace vigie::server {

boost::asio::ip::address Admission::keyOf(const boost::asio::ip::address &address)
{
    if (!address.is_v6())
        return address;
    const auto v6 = address.to_v6();
    if (v6.is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, v6);
    auto bytes = v6.to_bytes();
    if (!v6.is_loopback())
        std::fill(bytes.begin() + 8, bytes.end(), 0);
    return boost::asio::ip::address_v6(bytes);
}

std::pair<Admission::Verdict, Admission::Place>
Admission::enter(const boost::asio::ip::address &address)
{
    const auto key = keyOf(address);
    const std::lock_guard lock(m_mutex);
    if (m_count >= m_limits.connections + m_limits.spareConnections)
        return {Verdict::Refused, Place()};
    int &mine = m_perAddress[key];
    if (mine >= m_limits.connectionsPerAddress)
        return {Verdict::Refused, Place()};
    ++mine;
    ++m_count;
    return {m_count > m_limits.connections ? Verdict::Busy : Verdict::Welcome,
            Place(shared_from_this(), key)};
}

void Admission::leave(const boost::asio::ip::address &key)
{
    const std::lock_guard lock(m_mutex);
    --m_count;
    const auto found = m_perAddress.find(key);
    if (found != m_perAddress.end() && --found->second == 0)
        m_perAddress.erase(found);
}

int Admission::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

} // namespace vigie::server
