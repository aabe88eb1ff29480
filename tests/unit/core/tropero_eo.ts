<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="eo">
<context>
    <name>UnitsText</name>
    <message>
        <source>Not a size</source>
        <translation>Ne estas grando</translation>
    </message>
</context>
</TS>
