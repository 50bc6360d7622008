<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>App</name>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>The password needs at least %n character.</numerusform>
            <numerusform>The password needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came back. See the synchronisation page.</source>
        <translation>
            <numerusform>%n record came back. See the synchronisation page.</numerusform>
            <numerusform>%n records came back. See the synchronisation page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssetListModel</name>
    <message numerus="yes">
        <source>%1: %n item(s) failed</source>
        <translation>
            <numerusform>%1: %n item failed</numerusform>
            <numerusform>%1: %n items failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message numerus="yes">
        <source>%n record(s) not sent yet</source>
        <translation>
            <numerusform>%n record not sent yet</numerusform>
            <numerusform>%n records not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not sent yet (%1)</source>
        <translation>
            <numerusform>%n photo not sent yet (%1)</numerusform>
            <numerusform>%n photos not sent yet (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) and %1 photos not sent yet (%2)</source>
        <translation>
            <numerusform>%n record and %1 photos not sent yet (%2)</numerusform>
            <numerusform>%n records and %1 photos not sent yet (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n minute(s)</source>
        <translation>
            <numerusform>Tries again in %n minute</numerusform>
            <numerusform>Tries again in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left (%1)</source>
        <translation>
            <numerusform>%n day left (%1)</numerusform>
            <numerusform>%n days left (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue (%1)</source>
        <translation>
            <numerusform>%n day overdue (%1)</numerusform>
            <numerusform>%n days overdue (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::InspectionEditor</name>
    <message numerus="yes">
        <source>%n item(s) marked as passed</source>
        <translation>
            <numerusform>%n item marked as passed</numerusform>
            <numerusform>%n items marked as passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not finished yet.</source>
        <translation>
            <numerusform>%n item is not finished yet.</numerusform>
            <numerusform>%n items are not finished yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
