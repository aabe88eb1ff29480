// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/taskbar.h"

#include "core/arguments.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>

#include <windows.h>
#include <propsys.h>
#include <shellapi.h>
#include <shlobj.h>

#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace tropero::platform {

using namespace Qt::StringLiterals;

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
    Com(Com&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    Com& operator=(Com&& other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Com()
    {
        if (m_object) m_object->Release();
    }
    Q_DISABLE_COPY(Com)

    HRESULT create(REFCLSID type, REFIID interfaceId)
    {
        return ::CoCreateInstance(type, nullptr, CLSCTX_INPROC_SERVER, interfaceId, address());
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

constexpr int mostLetters = 1024; ///< of a link's arguments

std::unexpected<Error> menuFailure(HRESULT result, QLatin1StringView step)
{
    const auto code = static_cast<unsigned long>(result);
    const QString text = systemErrorText(code);
    return failure(ErrorCode::Unsupported, QCoreApplication::translate("Taskbar", "Cannot write the menu of the taskbar"), step,
                   text.isEmpty() ? u"0x"_s + QString::number(code, 16) : text);
}

Result<Com<IShellLinkW>> makeLink(const TaskbarTask& task)
{
    Com<IShellLinkW> link;
    Com<IPropertyStore> properties;
    const std::wstring program = QDir::toNativeSeparators(task.program).toStdWString();
    const std::wstring title = task.title.toStdWString();
    HRESULT result = link.create(CLSID_ShellLink, IID_IShellLinkW);
    if (FAILED(result)) return menuFailure(result, "link"_L1);
    link->SetPath(program.c_str());
    link->SetArguments(joinArguments(task.arguments).toStdWString().c_str());
    link->SetIconLocation(program.c_str(), 0);
    if (task.console) link->SetShowCmd(SW_SHOWMINNOACTIVE);
    result = link->QueryInterface(IID_IPropertyStore, properties.address());
    if (FAILED(result)) return menuFailure(result, "title"_L1);
    PROPVARIANT value{};
    value.vt = VT_LPWSTR;
    value.pwszVal = const_cast<wchar_t*>(title.c_str());
    result = properties->SetValue(titleKey, value);
    if (SUCCEEDED(result)) result = properties->Commit();
    if (FAILED(result)) return menuFailure(result, "title"_L1);
    return link;
}

using Links = std::vector<Com<IShellLinkW>>;

Result<Links> makeLinks(const QList<TaskbarTask>& tasks)
{
    Links links;
    for (const TaskbarTask& task : tasks) {
        Result<Com<IShellLinkW>> link = makeLink(task);
        if (!link) return std::unexpected(link.error());
        links.push_back(std::move(*link));
    }
    return links;
}

QString argumentsOf(IShellLinkW* link)
{
    wchar_t text[mostLetters] = {};
    return SUCCEEDED(link->GetArguments(text, mostLetters)) ? QString::fromWCharArray(text) : QString();
}

/// The links but those with these arguments, as the shell wants them.
Result<Com<IObjectArray>> gather(const Links& links, const QStringList& without)
{
    Com<IObjectCollection> collection;
    Com<IObjectArray> array;
    HRESULT result = collection.create(CLSID_EnumerableObjectCollection, IID_IObjectCollection);
    for (auto link = links.begin(); SUCCEEDED(result) && link != links.end(); ++link)
        if (!without.contains(argumentsOf(link->get()))) result = collection->AddObject(link->get());
    if (SUCCEEDED(result)) result = collection->QueryInterface(IID_IObjectArray, array.address());
    if (FAILED(result)) return menuFailure(result, "list"_L1);
    return array;
}

/// The arguments of what the user has removed from the menu. A menu that has such a thing again is refused.
QStringList argumentsOf(IObjectArray* removed)
{
    QStringList all;
    UINT count = 0;
    if (!removed || FAILED(removed->GetCount(&count))) return all;
    for (UINT i = 0; i < count; ++i) {
        Com<IShellLinkW> link;
        if (SUCCEEDED(removed->GetAt(i, IID_IShellLinkW, link.address()))) all.append(argumentsOf(link.get()));
    }
    return all;
}

} // namespace

void setTaskbarIdentity()
{
    ::SetCurrentProcessExplicitAppUserModelID(identity);
}

void setTaskbarBadge(quintptr window, const TaskbarBadge& badge)
{
    Com<ITaskbarList3> taskbar;
    if (FAILED(taskbar.create(CLSID_TaskbarList, IID_ITaskbarList3)) || FAILED(taskbar->HrInit())) return;
    const HICON icon = iconOf(badge);
    taskbar->SetOverlayIcon(reinterpret_cast<HWND>(window), icon, badge.description.toStdWString().c_str());
    if (icon) ::DestroyIcon(icon);
}

Result<void> setTaskbarMenu(const TaskbarMenu& menu)
{
    const Result<Links> taskLinks = makeLinks(menu.tasks);
    if (!taskLinks) return std::unexpected(taskLinks.error());
    const Result<Links> itemLinks = makeLinks(menu.items);
    if (!itemLinks) return std::unexpected(itemLinks.error());
    const Result<Com<IObjectArray>> tasks = gather(*taskLinks, {});
    if (!tasks) return std::unexpected(tasks.error());
    Com<ICustomDestinationList> list;
    Com<IObjectArray> removed;
    UINT room = 0;
    HRESULT result = list.create(CLSID_DestinationList, IID_ICustomDestinationList);
    if (FAILED(result)) return menuFailure(result, "list"_L1);
    list->SetAppID(identity);
    result = list->BeginList(&room, IID_IObjectArray, removed.address());
    if (FAILED(result)) return menuFailure(result, "list"_L1);
    const Result<Com<IObjectArray>> items = gather(*itemLinks, argumentsOf(removed.get()));
    UINT count = 0;
    // Refused where the user wants no such lists; the tasks stay.
    if (items && SUCCEEDED((*items)->GetCount(&count)) && count > 0)
        list->AppendCategory(menu.category.toStdWString().c_str(), items->get());
    result = list->AddUserTasks(tasks->get());
    if (SUCCEEDED(result)) result = list->CommitList();
    else list->AbortList();
    if (FAILED(result)) return menuFailure(result, "list"_L1);
    return {};
}

} // namespace tropero::platform
