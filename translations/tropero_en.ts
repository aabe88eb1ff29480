<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>AppRow</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::AppActions</name>
    <message numerus="yes">
        <source>Delete %n selected app(s)?</source>
        <translation>
            <numerusform>Delete %n selected app?</numerusform>
            <numerusform>Delete %n selected apps?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Number of instances (this machine has %n processor(s)):</source>
        <translation>
            <numerusform>Number of instances (this machine has %n processor):</numerusform>
            <numerusform>Number of instances (this machine has %n processors):</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::AppsPage</name>
    <message numerus="yes">
        <source>%n instance(s), merged</source>
        <translation>
            <numerusform>%n instance, merged</numerusform>
            <numerusform>%n instances, merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s), merged</source>
        <translation>
            <numerusform>%n app, merged</numerusform>
            <numerusform>%n apps, merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::AutomaticRestarts</name>
    <message numerus="yes">
        <source>%1 and others changed (%n files)</source>
        <translation>
            <numerusform>%1 and others changed (%n file)</numerusform>
            <numerusform>%1 and others changed (%n files)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::LogView</name>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n new line</numerusform>
            <numerusform>%n new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::SummaryBar</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gave up</source>
        <translation>
            <numerusform>%n gave up</numerusform>
            <numerusform>%n gave up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n stopped</numerusform>
            <numerusform>%n stopped</numerusform>
        </translation>
    </message>
</context>
</TS>
