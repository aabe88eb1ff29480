// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace tropero {

/// Widgets beside each other like words, in as many lines as the width needs.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(QWidget* parent, int blank, int lineSpacing);
    ~FlowLayout() override;

    /// `glued`: without a blank before it, and never at the beginning of a line by itself.
    void add(QWidget* widget, bool glued = false);
    void clear();

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;

    struct Word
    {
        std::unique_ptr<QLayoutItem> item;
        bool glued = false;
    };
    std::vector<Word> m_words;
    int m_blank;
    int m_lineSpacing;
};

} // namespace tropero
