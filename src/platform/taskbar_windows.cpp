// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/taskbar.h"

#include "core/arguments.h"

#include <QDir>

#include <windows.h>
#include <propsys.h>
#include <shellapi.h>
#include <shlobj.h>

#include <cstring>

namespace tropero::platform {

namespace {

// The same as the installer gives to the shortcut.
constexpr auto identity = L"Tropero.Tropero";
// System.Title, the text of a task
constexpr PROPERTYKEY titleKey{{0xF29F85E0, 0x4FF9, 0x1068, {0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3, 0xD9}}, 2};

/// A COM object, released at the end.
template <typename Interface>
class Com
{
public:
    Com() = default;
    ~Com()
    {
        if (m_object) m_object->Release();
    }
    Q_DISABLE_COPY_MOVE(Com)

    bool create(REFCLSID type, REFIID interfaceId)
    {
        return SUCCEEDED(::CoCreateInstance(type, nullptr, CLSCTX_INPROC_SERVER, interfaceId, address()));
    }
    void** address() { return reinterpret_cast<void**>(&m_object); }
    Interface* operator->() const { return m_object; }
    Interface* get() const { return m_object; }

private:
    Interface* m_object = nullptr;
};

HICON iconOf(const TaskbarBadge& badge)
{
    const int size = badge.size;
    if (size <= 0 || badge.pixels.size() != 4LL * size * size) return nullptr;
    BITMAPINFO format{};
    format.bmiHeader.biSize = sizeof format.bmiHeader;
    format.bmiHeader.biWidth = size;
    format.bmiHeader.biHeight = -size; // from the top
    format.bmiHeader.biPlanes = 1;
    format.bmiHeader.biBitCount = 32;
    void* pixels = nullptr;
    ICONINFO parts{};
    parts.fIcon = TRUE;
    parts.hbmColor = ::CreateDIBSection(nullptr, &format, DIB_RGB_COLORS, &pixels, nullptr, 0);
    parts.hbmMask = ::CreateBitmap(size, size, 1, 1, nullptr);
    if (pixels) std::memcpy(pixels, badge.pixels.constData(), static_cast<size_t>(badge.pixels.size()));
    const HICON icon = pixels && parts.hbmMask ? ::CreateIconIndirect(&parts) : nullptr;
    ::DeleteObject(parts.hbmColor);
    ::DeleteObject(parts.hbmMask);
    return icon;
}

bool addTask(IObjectCollection* collection, const TaskbarTask& task)
{
    Com<IShellLinkW> link;
    Com<IPropertyStore> properties;
    if (!link.create(CLSID_ShellLink, IID_IShellLinkW)) return false;
    const std::wstring program = QDir::toNativeSeparators(task.program).toStdWString();
    const std::wstring title = task.title.toStdWString();
    link->SetPath(program.c_str());
    link->SetArguments(joinArguments(task.arguments).toStdWString().c_str());
    link->SetIconLocation(program.c_str(), 0);
    link->SetShowCmd(SW_SHOWMINNOACTIVE); // a console program shows no console
    if (FAILED(link->QueryInterface(IID_IPropertyStore, properties.address()))) return false;
    PROPVARIANT value{};
    value.vt = VT_LPWSTR;
    value.pwszVal = const_cast<wchar_t*>(title.c_str());
    return SUCCEEDED(properties->SetValue(titleKey, value)) && SUCCEEDED(properties->Commit()) && SUCCEEDED(collection->AddObject(link.get()));
}

} // namespace

void setTaskbarIdentity()
{
    ::SetCurrentProcessExplicitAppUserModelID(identity);
}

void setTaskbarBadge(quintptr window, const TaskbarBadge& badge)
{
    Com<ITaskbarList3> taskbar;
    if (!taskbar.create(CLSID_TaskbarList, IID_ITaskbarList3) || FAILED(taskbar->HrInit())) return;
    const HICON icon = iconOf(badge);
    taskbar->SetOverlayIcon(reinterpret_cast<HWND>(window), icon, badge.description.toStdWString().c_str());
    if (icon) ::DestroyIcon(icon);
}

void setTaskbarTasks(const QList<TaskbarTask>& tasks)
{
    Com<ICustomDestinationList> list;
    Com<IObjectArray> removed;
    Com<IObjectCollection> collection;
    Com<IObjectArray> array;
    UINT room = 0;
    if (!list.create(CLSID_DestinationList, IID_ICustomDestinationList)) return;
    list->SetAppID(identity);
    if (FAILED(list->BeginList(&room, IID_IObjectArray, removed.address()))) return;
    bool added = collection.create(CLSID_EnumerableObjectCollection, IID_IObjectCollection);
    for (const TaskbarTask& task : tasks)
        added = added && addTask(collection.get(), task);
    added = added && SUCCEEDED(collection->QueryInterface(IID_IObjectArray, array.address()));
    if (added && SUCCEEDED(list->AddUserTasks(array.get()))) list->CommitList();
    else list->AbortList();
}

} // namespace tropero::platform
