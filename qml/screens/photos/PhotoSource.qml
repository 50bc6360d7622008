import QtQuick

// Something that gives a photo after being asked: the camera or the files of the device.
Item {
    signal taken(url photo)

    function begin(ghost: string, place: string) {}
}
