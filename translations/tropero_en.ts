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
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message numerus="yes">
        <source>End %n processes?</source>
        <translation>
            <numerusform>End %n process?</numerusform>
            <numerusform>End %n processes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n processes and everything they started?</source>
        <translation>
            <numerusform>End %n process and everything it started?</numerusform>
            <numerusform>End %n processes and everything they started?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaunchPages</name>
    <message numerus="yes">
        <source>A log file is put aside %1; %n of them are kept.</source>
        <translation>
            <numerusform>A log file is put aside %1; %n of them is kept.</numerusform>
            <numerusform>A log file is put aside %1; %n of them are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errored</source>
        <translation>
            <numerusform>%n errored</numerusform>
            <numerusform>%n errored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicySentence</name>
    <message numerus="yes">
        <source>Start it again %1, %2. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: at once</comment>
        <translation>
            <numerusform>Start it again %1, %2. Give up after %7 crash within %8; a run of %9 makes earlier ones forgotten.</numerusform>
            <numerusform>Start it again %1, %2. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start it again %1, %2 %3. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: after a pause of, %3: duration</comment>
        <translation>
            <numerusform>Start it again %1, %2 %3. Give up after %7 crash within %8; a run of %9 makes earlier ones forgotten.</numerusform>
            <numerusform>Start it again %1, %2 %3. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start it again %1, %2 %4, each time %5 times longer, up to %6. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: after a growing pause, %4, %6: durations, %5: factor</comment>
        <translation>
            <numerusform>Start it again %1, %2 %4, each time %5 times longer, up to %6. Give up after %7 crash within %8; a run of %9 makes earlier ones forgotten.</numerusform>
            <numerusform>Start it again %1, %2 %4, each time %5 times longer, up to %6. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message numerus="yes">
        <source>%1 and others changed (%n files)</source>
        <translation>
            <numerusform>%1 and others changed (%n file)</numerusform>
            <numerusform>%1 and others changed (%n files)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::AppActions</name>
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
    <message numerus="yes">
        <source>%n worker(s), merged</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers, merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::ChartPane</name>
    <message numerus="yes">
        <source>The first %1 instances are drawn, %n more have no place.</source>
        <translation>
            <numerusform>The first %1 instances are drawn, %n more has no place.</numerusform>
            <numerusform>The first %1 instances are drawn, %n more have no place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::ChartView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::ColorLegend</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentImport</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are</source>
        <translation>
            <numerusform>%n as it is</numerusform>
            <numerusform>%n as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentPane</name>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n variable(s)</source>
        <translation>
            <numerusform>%1 of %n variable</numerusform>
            <numerusform>%1 of %n variables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::EventsPane</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 of %n event</numerusform>
            <numerusform>%1 of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::LaunchProgram</name>
    <message numerus="yes">
        <source>%n app(s) are launched as the file says. Tick one only to change it here.</source>
        <translation>
            <numerusform>%n app is launched as the file says. Tick one only to change it here.</numerusform>
            <numerusform>%n apps are launched as the file says. Tick one only to change it here.</numerusform>
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
    <name>tropero::MainWindow</name>
    <message numerus="yes">
        <source>%n app(s) are deleted in a moment. Their log files stay where they are.</source>
        <translation>
            <numerusform>%n app is deleted in a moment. Its log files stay where they are.</numerusform>
            <numerusform>%n apps are deleted in a moment. Their log files stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::ModeCards</name>
    <message numerus="yes">
        <source>%n processes, each with a port of its own</source>
        <translation>
            <numerusform>%n process, with a port of its own</numerusform>
            <numerusform>%n processes, each with a port of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one for each of %n processor(s)</source>
        <translation>
            <numerusform>one for %n processor</numerusform>
            <numerusform>one for each of %n processors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n processor(s)</source>
        <translation>
            <numerusform>%1 of %n processor</numerusform>
            <numerusform>%1 of %n processors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than the %n processor(s) here: they take turns</source>
        <translation>
            <numerusform>more than the %n processor here: they take turns</numerusform>
            <numerusform>more than the %n processors here: they take turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::Pm2Import</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start these %n app(s) with Tropero?</source>
        <translation>
            <numerusform>Start this app with Tropero?</numerusform>
            <numerusform>Start these %n apps with Tropero?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::PortNotice</name>
    <message numerus="yes">
        <source>%n port(s) are taken:</source>
        <translation>
            <numerusform>%n port is taken:</numerusform>
            <numerusform>%n ports are taken:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::QuitQuestion</name>
    <message numerus="yes">
        <source>%n instance(s) are running.</source>
        <translation>
            <numerusform>%n instance is running.</numerusform>
            <numerusform>%n instances are running.</numerusform>
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
<context>
    <name>tropero::SystemPage</name>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::Tray</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a restart</source>
        <translation>
            <numerusform>%n waiting for a restart</numerusform>
            <numerusform>%n waiting for a restart</numerusform>
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
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::WorkerStepper</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
</TS>
