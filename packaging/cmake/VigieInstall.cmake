# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. Two components, so that a server needs no desktop.
include(GNUInstallDirs)

set(linuxFolder "${PROJECT_SOURCE_DIR}/packaging/linux")
if(TARGET vigie)
    install(TARGETS vigie RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT client)
    if(UNIX AND NOT APPLE)
        install(FILES "${linuxFolder}/org.vigie.Vigie.desktop"
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT client)
        install(FILES "${linuxFolder}/org.vigie.Vigie.metainfo.xml"
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT client)
        install(FILES "${linuxFolder}/org.vigie.Vigie.svg"
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT client)
    endif()
endif()
if(TARGET vigie-server)
    install(TARGETS vigie-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
    if(UNIX AND NOT APPLE)
        configure_file("${linuxFolder}/vigie-server.service"
            "${PROJECT_BINARY_DIR}/packaging/vigie-server.service" @ONLY)
        install(FILES "${PROJECT_BINARY_DIR}/packaging/vigie-server.service"
            DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/systemd/system COMPONENT server)
        install(FILES "${linuxFolder}/vigie-server.conf"
            DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT server)
    endif()
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT client)
