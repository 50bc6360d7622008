// Walks the tree of what is on the screen.
.pragma library

// Calls visit(item) for every visible item below root.
function each(root, visit) {
    for (let index = 0; index < root.children.length; ++index) {
        const child = root.children[index]
        if (!child.visible || child.opacity === 0)
            continue
        visit(child)
        each(child, visit)
    }
}

function find(root, name) {
    let found = null
    each(root, item => {
        if (!found && item.objectName === name)
            found = item
    })
    return found
}

// Also finds what is not shown.
function findAny(root, name) {
    for (let index = 0; index < root.children.length; ++index) {
        const child = root.children[index]
        if (child.objectName === name)
            return child
        const deeper = findAny(child, name)
        if (deeper)
            return deeper
    }
    return null
}

function pressable(item) {
    return "down" in item && "clicked" in item && item.enabled
}

function typable(item) {
    return "preeditText" in item && "fullText" in item
}

function isText(item) {
    return "truncated" in item && "paintedWidth" in item && "textFormat" in item
}
