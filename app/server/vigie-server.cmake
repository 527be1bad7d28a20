# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(vigie-server main.cpp)
target_link_libraries(vigie-server PRIVATE vigie_settings vigie_server_cli)
