<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Started %1</source>
        <translation>Arrancada: %1</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>Reiniciada: %1</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>Parada: %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Eliminada: %1</translation>
    </message>
    <message>
        <source>Reset the counters of %1</source>
        <translation>Contadores puestos a cero: %1</translation>
    </message>
    <message>
        <source>Sent the signal to %1</source>
        <translation>Señal enviada a %1</translation>
    </message>
    <message>
        <source>Emptied the logs of %1</source>
        <translation>Registros vaciados: %1</translation>
    </message>
    <message>
        <source>%1 (%2 instances, ids %3)</source>
        <translation>%1 (%2 instancias, ids %3)</translation>
    </message>
    <message>
        <source>%1 (id %2, pid %3)</source>
        <translation>%1 (id %2, pid %3)</translation>
    </message>
    <message>
        <source>%1 (id %2)</source>
        <translation>%1 (id %2)</translation>
    </message>
    <message>
        <source>Cannot start the app</source>
        <translation>No se puede arrancar la aplicación</translation>
    </message>
    <message>
        <source>See: tropero logs %1</source>
        <translation>Vea: tropero logs %1</translation>
    </message>
    <message>
        <source>%1 ended at once (%2) and is about to start again. See: tropero logs %3</source>
        <translation>%1 terminó en seguida (%2) y va a arrancar de nuevo. Vea: tropero logs %3</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 está parada</translation>
    </message>
    <message>
        <source>%1 is stopped: %2</source>
        <translation>%1 está parada: %2</translation>
    </message>
    <message>
        <source>Print the list in its narrow form</source>
        <translation>Imprime la lista en su forma estrecha</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Esperando a %1</translation>
    </message>
    <message>
        <source>Reloaded %1</source>
        <translation>Recargada: %1</translation>
    </message>
    <message>
        <source>Cancelled the reload of %1</source>
        <translation>Recarga cancelada: %1</translation>
    </message>
</context>
<context>
    <name>AppColumns</name>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1/%2 en línea</translation>
    </message>
    <message>
        <source>Restart in %1 s</source>
        <translation>Reinicia en %1 s</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilancia</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Rama</translation>
    </message>
</context>
<context>
    <name>AppRecord</name>
    <message>
        <source>Cannot read the stored app</source>
        <translation>No se puede leer la aplicación guardada</translation>
    </message>
    <message>
        <source>%1 at byte %2 of %3</source>
        <translation>%1 en el byte %2 de %3</translation>
    </message>
    <message>
        <source>its schema version is %1, this program knows %2</source>
        <translation>su versión de esquema es %1, este programa conoce %2</translation>
    </message>
    <message>
        <source>it has no id or no log name</source>
        <translation>no tiene id o nombre de registro</translation>
    </message>
    <message>
        <source>an instance has no number or index</source>
        <translation>una instancia no tiene número o índice</translation>
    </message>
    <message>
        <source>it has no instances</source>
        <translation>no tiene instancias</translation>
    </message>
</context>
<context>
    <name>AppRow</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instancia</numerusform>
            <numerusform>%n instancias</numerusform>
        </translation>
    </message>
    <message>
        <source>instance %1</source>
        <translation>instancia %1</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n trabajador</numerusform>
            <numerusform>%n trabajadores</numerusform>
        </translation>
    </message>
    <message>
        <source>cron %1</source>
        <translation>cron %1</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>vigilancia</translation>
    </message>
    <message>
        <source>memory limit %1</source>
        <translation>límite de memoria %1</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>trabajador %1</translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n aplicación</numerusform>
            <numerusform>%n aplicaciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Unknown command</source>
        <translation>Orden desconocida</translation>
    </message>
    <message>
        <source>&quot;tropero help&quot; lists all commands</source>
        <translation>«tropero help» lista todas las órdenes</translation>
    </message>
    <message>
        <source>Did you mean &quot;tropero %1&quot;?</source>
        <translation>¿Quiso decir «tropero %1»?</translation>
    </message>
    <message>
        <source>Nothing was named</source>
        <translation>No se ha nombrado nada</translation>
    </message>
    <message>
        <source>Usage: tropero %1</source>
        <translation>Uso: tropero %1</translation>
    </message>
    <message>
        <source>Too many words</source>
        <translation>Demasiadas palabras</translation>
    </message>
    <message>
        <source>Nothing may follow after &quot;--&quot; here</source>
        <translation>Aquí no puede seguir nada después de «--»</translation>
    </message>
</context>
<context>
    <name>CommandProcessor</name>
    <message>
        <source>Cannot start the app</source>
        <translation>No se puede arrancar la aplicación</translation>
    </message>
    <message>
        <source>an argument with a line break cannot be given to a batch file</source>
        <translation>un argumento con un salto de línea no se puede pasar a un archivo por lotes</translation>
    </message>
    <message>
        <source>Start the program that the batch file runs, or give the text in a variable of the environment</source>
        <translation>Arranque el programa que ejecuta el archivo por lotes, o dé el texto en una variable de entorno</translation>
    </message>
</context>
<context>
    <name>CommandTable</name>
    <message>
        <source>Apps</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>For scripts</source>
        <translation>Para scripts</translation>
    </message>
    <message>
        <source>Tropero itself</source>
        <translation>Tropero mismo</translation>
    </message>
    <message>
        <source>Start a script, a command, a config file, or a stopped app again</source>
        <translation>Arranca un script, una orden, un archivo de configuración o de nuevo una aplicación parada</translation>
    </message>
    <message>
        <source>Stop apps; they stay in the list</source>
        <translation>Para aplicaciones; siguen en la lista</translation>
    </message>
    <message>
        <source>Stop and start apps, with changed settings if given</source>
        <translation>Para y arranca aplicaciones, con ajustes cambiados si se dan</translation>
    </message>
    <message>
        <source>Stop apps and take them from the list</source>
        <translation>Para aplicaciones y las quita de la lista</translation>
    </message>
    <message>
        <source>Set restart counters to 0</source>
        <translation>Pone a 0 los contadores de reinicios</translation>
    </message>
    <message>
        <source>Send a signal to apps</source>
        <translation>Envía una señal a aplicaciones</translation>
    </message>
    <message>
        <source>List all apps</source>
        <translation>Lista todas las aplicaciones</translation>
    </message>
    <message>
        <source>Show everything about an app</source>
        <translation>Muestra todo sobre una aplicación</translation>
    </message>
    <message>
        <source>Show the environment that an app gets</source>
        <translation>Muestra el entorno que recibe una aplicación</translation>
    </message>
    <message>
        <source>Show the last lines of output, then follow it</source>
        <translation>Muestra las últimas líneas de la salida y después la sigue</translation>
    </message>
    <message>
        <source>Empty log files</source>
        <translation>Vacía los archivos de registro</translation>
    </message>
    <message>
        <source>List all apps as JSON in PM2&apos;s form</source>
        <translation>Lista todas las aplicaciones como JSON en la forma de PM2</translation>
    </message>
    <message>
        <source>The same, for people to read</source>
        <translation>Lo mismo, para que lo lean personas</translation>
    </message>
    <message>
        <source>Print the ids of an app</source>
        <translation>Imprime los ids de una aplicación</translation>
    </message>
    <message>
        <source>Print process ids</source>
        <translation>Imprime ids de procesos</translation>
    </message>
    <message>
        <source>Print the JSON Schema of config files, for editors</source>
        <translation>Imprime el esquema JSON de los archivos de configuración, para editores</translation>
    </message>
    <message>
        <source>See that the daemon answers</source>
        <translation>Comprueba que el demonio responde</translation>
    </message>
    <message>
        <source>Show or restart the daemon; apps go on meanwhile</source>
        <translation>Muestra o reinicia el demonio; las aplicaciones siguen mientras tanto</translation>
    </message>
    <message>
        <source>Stop all apps and the daemon</source>
        <translation>Para todas las aplicaciones y el demonio</translation>
    </message>
    <message>
        <source>Bring back what the last kill stopped</source>
        <translation>Recupera lo que paró el último kill</translation>
    </message>
    <message>
        <source>Show help for a command</source>
        <translation>Muestra la ayuda de una orden</translation>
    </message>
    <message>
        <source>Replace the processes of a cluster without a gap</source>
        <translation>Sustituye los procesos de un clúster sin interrupción</translation>
    </message>
    <message>
        <source>Give an app more or fewer instances</source>
        <translation>Da a una aplicación más o menos instancias</translation>
    </message>
    <message>
        <source>Call an action that an app offers</source>
        <translation>Llama a una acción que ofrece una aplicación</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>List who holds which port</source>
        <translation>Lista quién ocupa qué puerto</translation>
    </message>
    <message>
        <source>End whoever holds a port</source>
        <translation>Termina a quien ocupa un puerto</translation>
    </message>
    <message>
        <source>List all Node, Bun and Deno processes, managed or not</source>
        <translation>Lista todos los procesos de Node, Bun y Deno, gestionados o no</translation>
    </message>
    <message>
        <source>Change settings of apps without a restart</source>
        <translation>Cambia ajustes de aplicaciones sin reiniciarlas</translation>
    </message>
    <message>
        <source>Start the daemon, and with it your apps, when you log in</source>
        <translation>Arranca el demonio, y con él sus aplicaciones, al iniciar sesión</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Lo deshace</translation>
    </message>
    <message>
        <source>Print what makes your shell complete words after &quot;tropero&quot;</source>
        <translation>Imprime lo que hace que la consola complete las palabras después de «tropero»</translation>
    </message>
    <message>
        <source>Watch apps and their logs in the terminal, with keys to act</source>
        <translation>Sigue las aplicaciones y sus registros en la terminal, con teclas para actuar</translation>
    </message>
</context>
<context>
    <name>CompletionCommand</name>
    <message>
        <source>namespace</source>
        <translation>espacio de nombres</translation>
    </message>
    <message>
        <source>every app</source>
        <translation>todas las aplicaciones</translation>
    </message>
    <message>
        <source>completion &lt;bash|zsh|fish|powershell&gt;</source>
        <translation>completion &lt;bash|zsh|fish|powershell&gt;</translation>
    </message>
    <message>
        <source>bash        eval &quot;$(tropero completion bash)&quot; in ~/.bashrc
zsh         eval &quot;$(tropero completion zsh)&quot; in ~/.zshrc, after compinit
fish        tropero completion fish &gt; ~/.config/fish/completions/tropero.fish
powershell  tropero completion powershell | Out-String | Invoke-Expression in $PROFILE

The Debian package brings those of bash, zsh and fish.</source>
        <translation>bash        eval &quot;$(tropero completion bash)&quot; en ~/.bashrc
zsh         eval &quot;$(tropero completion zsh)&quot; en ~/.zshrc, después de compinit
fish        tropero completion fish &gt; ~/.config/fish/completions/tropero.fish
powershell  tropero completion powershell | Out-String | Invoke-Expression en $PROFILE

El paquete de Debian trae los de bash, zsh y fish.</translation>
    </message>
    <message>
        <source>Unknown shell</source>
        <translation>Consola desconocida</translation>
    </message>
    <message>
        <source>Usage: tropero %1</source>
        <translation>Uso: tropero %1</translation>
    </message>
</context>
<context>
    <name>ConfigArgument</name>
    <message>
        <source>Cannot read standard input</source>
        <translation>No se puede leer la entrada estándar</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>es mayor de 4 MiB</translation>
    </message>
    <message>
        <source>The config file has no app of that name</source>
        <translation>El archivo de configuración no tiene ninguna aplicación de ese nombre</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>tiene %1</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>Nothing to start</source>
        <translation>No hay nada que arrancar</translation>
    </message>
    <message>
        <source>no script is given, and %1 has no ecosystem.config.js, .json or .yml</source>
        <translation>no se ha dado ningún script, y %1 no tiene ecosystem.config.js, .json ni .yml</translation>
    </message>
    <message>
        <source>To run the start script of package.json: tropero start npm -- start</source>
        <translation>Para ejecutar el script start de package.json: tropero start npm -- start</translation>
    </message>
    <message>
        <source>Give a script: tropero start server.js</source>
        <translation>Dé un script: tropero start server.js</translation>
    </message>
</context>
<context>
    <name>ConfigFile</name>
    <message>
        <source>Cannot use the config file</source>
        <translation>No se puede usar el archivo de configuración</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; has no effect in Tropero</source>
        <translation>%1: «%2» no tiene efecto en Tropero</translation>
    </message>
    <message>
        <source>%1: unknown key &quot;%2&quot;</source>
        <translation>%1: clave desconocida «%2»</translation>
    </message>
    <message>
        <source>%1: unknown key &quot;%2&quot;; did you mean &quot;%3&quot;?</source>
        <translation>%1: clave desconocida «%2»; ¿quiso decir «%3»?</translation>
    </message>
    <message>
        <source>it describes no app</source>
        <translation>no describe ninguna aplicación</translation>
    </message>
    <message>
        <source>Write at least: { &quot;apps&quot;: [{ &quot;name&quot;: &quot;api&quot;, &quot;script&quot;: &quot;server.js&quot; }] }</source>
        <translation>Escriba al menos: { &quot;apps&quot;: [{ &quot;name&quot;: &quot;api&quot;, &quot;script&quot;: &quot;server.js&quot; }] }</translation>
    </message>
    <message>
        <source>it has no &quot;apps&quot;, but a key &quot;%1&quot;</source>
        <translation>no tiene «apps», pero sí una clave «%1»</translation>
    </message>
    <message>
        <source>Did you mean &quot;apps&quot;?</source>
        <translation>¿Quiso decir «apps»?</translation>
    </message>
    <message>
        <source>it has no &quot;pm2&quot; key with apps</source>
        <translation>no tiene una clave «pm2» con aplicaciones</translation>
    </message>
    <message>
        <source>To run one of its scripts: tropero start npm -- run NAME</source>
        <translation>Para ejecutar uno de sus scripts: tropero start npm -- run NOMBRE</translation>
    </message>
    <message>
        <source>it has no &quot;script&quot;, but a key &quot;%1&quot;</source>
        <translation>no tiene «script», pero sí una clave «%1»</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>it has neither &quot;apps&quot; nor &quot;script&quot;</source>
        <translation>no tiene ni «apps» ni «script»</translation>
    </message>
    <message>
        <source>Add one to &quot;apps&quot;</source>
        <translation>Añada una a «apps»</translation>
    </message>
    <message>
        <source>app %1 is no object</source>
        <translation>la aplicación %1 no es un objeto</translation>
    </message>
    <message>
        <source>Write { &quot;script&quot;: &quot;server.js&quot; }</source>
        <translation>Escriba { &quot;script&quot;: &quot;server.js&quot; }</translation>
    </message>
    <message>
        <source>app %1 has no &quot;script&quot;</source>
        <translation>la aplicación %1 no tiene «script»</translation>
    </message>
    <message>
        <source>the app &quot;%1&quot; has no &quot;script&quot;</source>
        <translation>la aplicación «%1» no tiene «script»</translation>
    </message>
    <message>
        <source>Say what to run, for example &quot;script&quot;: &quot;server.js&quot;</source>
        <translation>Diga qué se ejecuta, por ejemplo &quot;script&quot;: &quot;server.js&quot;</translation>
    </message>
    <message>
        <source>%1: the app &quot;%2&quot; has no &quot;env_%3&quot;</source>
        <translation>%1: la aplicación «%2» no tiene «env_%3»</translation>
    </message>
    <message>
        <source>two apps have the name &quot;%1&quot;</source>
        <translation>dos aplicaciones tienen el nombre «%1»</translation>
    </message>
    <message>
        <source>Give each app a &quot;name&quot; of its own</source>
        <translation>Dé a cada aplicación un «name» propio</translation>
    </message>
    <message>
        <source>Cannot read the config file</source>
        <translation>No se puede leer el archivo de configuración</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>el archivo no existe</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Compruebe la ruta</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>es mayor de 4 MiB</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrada estándar</translation>
    </message>
    <message>
        <source>Cannot read the config</source>
        <translation>No se puede leer la configuración</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>tropero: warning:</source>
        <translation>tropero: aviso:</translation>
    </message>
</context>
<context>
    <name>Creation</name>
    <message>
        <source>Starting %1</source>
        <translation>Arrancando %1</translation>
    </message>
    <message>
        <source>Starting %1 apps</source>
        <translation>Arrancando %1 aplicaciones</translation>
    </message>
    <message>
        <source>Reloading %1</source>
        <translation>Recargando %1</translation>
    </message>
    <message>
        <source>Reloading %1 apps</source>
        <translation>Recargando %1 aplicaciones</translation>
    </message>
</context>
<context>
    <name>CronSchedule</name>
    <message>
        <source>The schedule cannot be understood</source>
        <translation>El horario no se entiende</translation>
    </message>
    <message>
        <source>Write minute, hour, day of the month, month and day of the week, e.g. &quot;30 3 * * mon-fri&quot;</source>
        <translation>Escriba minuto, hora, día del mes, mes y día de la semana, p. ej. «30 3 * * mon-fri»</translation>
    </message>
    <message>
        <source>%1: a value is missing</source>
        <translation>%1: falta un valor</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no value</source>
        <translation>%1: «%2» no es un valor</translation>
    </message>
    <message>
        <source>%1: %2 is not between %3 and %4</source>
        <translation>%1: %2 no está entre %3 y %4</translation>
    </message>
    <message>
        <source>%1: the step of &quot;%2&quot; is no number from 1 on</source>
        <translation>%1: el paso de «%2» no es un número a partir de 1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; goes backwards; write two ranges with a comma between them</source>
        <translation>%1: «%2» va hacia atrás; escriba dos intervalos separados por una coma</translation>
    </message>
    <message>
        <source>it is none of @yearly, @monthly, @weekly, @daily and @hourly</source>
        <translation>no es ninguno de @yearly, @monthly, @weekly, @daily y @hourly</translation>
    </message>
    <message>
        <source>it has %1 fields instead of 5, or 6 with seconds first</source>
        <translation>tiene %1 campos en lugar de 5, o de 6 con los segundos delante</translation>
    </message>
    <message>
        <source>second</source>
        <translation>segundo</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>minuto</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>day of the month</source>
        <translation>día del mes</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>day of the week</source>
        <translation>día de la semana</translation>
    </message>
    <message>
        <source>day of the month: no such month has a day %1</source>
        <translation>día del mes: ninguno de esos meses tiene un día %1</translation>
    </message>
</context>
<context>
    <name>Daemon</name>
    <message>
        <source>No app was named</source>
        <translation>No se ha nombrado ninguna aplicación</translation>
    </message>
    <message>
        <source>Give a name, a number, a namespace, /regex/ or all</source>
        <translation>Dé un nombre, un número, un espacio de nombres, /expresión/ o all</translation>
    </message>
    <message>
        <source>There is no instance with this number</source>
        <translation>No hay ninguna instancia con ese número</translation>
    </message>
</context>
<context>
    <name>DaemonCommand</name>
    <message>
        <source>daemon [status|restart]</source>
        <translation>daemon [status|restart]</translation>
    </message>
    <message>
        <source>status   shows the daemon; exit code 1 when it is not running (default)
restart  ends the daemon and starts a new one, for example after an update. Apps, restarts and logs go on meanwhile.</source>
        <translation>status   muestra el demonio; código de salida 1 si no está en marcha (por omisión)
restart  termina el demonio y arranca uno nuevo, por ejemplo después de una actualización. Aplicaciones, reinicios y registros siguen mientras tanto.</translation>
    </message>
    <message>
        <source>Unknown word after &quot;daemon&quot;</source>
        <translation>Palabra desconocida después de «daemon»</translation>
    </message>
    <message>
        <source>Usage: tropero %1</source>
        <translation>Uso: tropero %1</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>The daemon is not running. The next command starts it.</source>
        <translation>El demonio no está en marcha. La próxima orden lo arranca.</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>uptime</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>home</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>aplicaciones</translation>
    </message>
    <message>
        <source>%1 (%2 instances, %3 guards)</source>
        <translation>%1 (%2 instancias, %3 guardas)</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>clientes</translation>
    </message>
    <message>
        <source>The daemon was not running; now it is.</source>
        <translation>El demonio no estaba en marcha; ahora lo está.</translation>
    </message>
    <message>
        <source>Ending the daemon</source>
        <translation>Terminando el demonio</translation>
    </message>
    <message>
        <source>Waiting for the daemon to end</source>
        <translation>Esperando a que termine el demonio</translation>
    </message>
    <message>
        <source>Waiting for the guards to come back</source>
        <translation>Esperando a que vuelvan los guardas</translation>
    </message>
    <message>
        <source>The daemon was restarted (pid %1, now %2). %3 of %4 apps kept running under their guards.</source>
        <translation>El demonio se ha reiniciado (pid %1, ahora %2). %3 de %4 aplicaciones siguieron en marcha bajo sus guardas.</translation>
    </message>
    <message>
        <source>Some guards did not come back</source>
        <translation>Algunos guardas no han vuelto</translation>
    </message>
    <message>
        <source>%1 of %2 are there</source>
        <translation>están %1 de %2</translation>
    </message>
    <message>
        <source>Their apps run on; see &quot;tropero list&quot; and daemon.log</source>
        <translation>Sus aplicaciones siguen en marcha; vea «tropero list» y daemon.log</translation>
    </message>
</context>
<context>
    <name>DaemonLauncher</name>
    <message>
        <source>Cannot start the daemon</source>
        <translation>No se puede arrancar el demonio</translation>
    </message>
    <message>
        <source>the program is neither in %1 nor in ../lib/tropero beside it nor in PATH</source>
        <translation>el programa no está ni en %1, ni en ../lib/tropero a su lado, ni en PATH</translation>
    </message>
    <message>
        <source>Install Tropero again</source>
        <translation>Instale Tropero de nuevo</translation>
    </message>
    <message>
        <source>Cannot use the daemon</source>
        <translation>No se puede usar el demonio</translation>
    </message>
    <message>
        <source>the process that listens there belongs to another user</source>
        <translation>el proceso que escucha ahí pertenece a otro usuario</translation>
    </message>
    <message>
        <source>Set TROPERO_HOME to a folder of your own</source>
        <translation>Ponga en TROPERO_HOME una carpeta propia</translation>
    </message>
    <message>
        <source>Cancelled while the daemon was starting</source>
        <translation>Cancelado mientras arrancaba el demonio</translation>
    </message>
    <message>
        <source>it ended at once</source>
        <translation>terminó en seguida</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Vea %1</translation>
    </message>
    <message>
        <source>it did not answer within 10 seconds</source>
        <translation>no respondió en 10 segundos</translation>
    </message>
</context>
<context>
    <name>DeleteCommand</name>
    <message>
        <source>delete &lt;target|config file&gt;...</source>
        <translation>delete &lt;objetivo|archivo de configuración&gt;...</translation>
    </message>
    <message>
        <source>Stops the instances and takes them from the list. Log files stay.</source>
        <translation>Para las instancias y las quita de la lista. Los archivos de registro se quedan.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NOMBRES</translation>
    </message>
    <message>
        <source>Of a config file, only these apps (separated by commas)</source>
        <translation>De un archivo de configuración, solo estas aplicaciones (separadas por comas)</translation>
    </message>
</context>
<context>
    <name>DescribeCommand</name>
    <message>
        <source>describe &lt;target&gt;</source>
        <translation>describe &lt;objetivo&gt;</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source> in namespace %1</source>
        <translation> en el espacio de nombres %1</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>Últimos sucesos</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>tropero trigger %1 %2</source>
        <translation>tropero trigger %1 %2</translation>
    </message>
</context>
<context>
    <name>DirectoryWatch</name>
    <message>
        <source>Cannot watch the folder for changes</source>
        <translation>No se pueden vigilar los cambios de la carpeta</translation>
    </message>
    <message>
        <source>the system&apos;s limit of watched folders is reached (fs.inotify.max_user_watches is %1)</source>
        <translation>se ha alcanzado el límite del sistema de carpetas vigiladas (fs.inotify.max_user_watches es %1)</translation>
    </message>
    <message>
        <source>Raise it (sudo sysctl fs.inotify.max_user_watches=524288), or leave folders out with &quot;ignore_watch&quot;</source>
        <translation>Auméntelo (sudo sysctl fs.inotify.max_user_watches=524288) o deje fuera carpetas con «ignore_watch»</translation>
    </message>
    <message>
        <source>the system&apos;s limit of watching programs is reached (fs.inotify.max_user_instances is %1)</source>
        <translation>se ha alcanzado el límite del sistema de programas que vigilan (fs.inotify.max_user_instances es %1)</translation>
    </message>
    <message>
        <source>Raise it (sudo sysctl fs.inotify.max_user_instances=1024)</source>
        <translation>Auméntelo (sudo sysctl fs.inotify.max_user_instances=1024)</translation>
    </message>
</context>
<context>
    <name>Dotenv</name>
    <message>
        <source>The name has characters that no variable can have; the line is left out</source>
        <translation>El nombre tiene caracteres que ninguna variable puede tener; la línea se omite</translation>
    </message>
    <message>
        <source>The line has no &quot;=&quot;; it is left out</source>
        <translation>La línea no tiene «=»; se omite</translation>
    </message>
    <message>
        <source>The line has no name before the &quot;=&quot;; it is left out</source>
        <translation>La línea no tiene nombre delante de «=»; se omite</translation>
    </message>
    <message>
        <source>A name that begins with a digit cannot be used in a shell</source>
        <translation>Un nombre que empieza por una cifra no se puede usar en una consola</translation>
    </message>
    <message>
        <source>The value ends before the &quot;#&quot;; put it in quotes if the &quot;#&quot; belongs to it</source>
        <translation>El valor termina antes de «#»; póngalo entre comillas si «#» forma parte de él</translation>
    </message>
    <message>
        <source>The quote %1 is never closed; the line is taken as it stands</source>
        <translation>La comilla %1 no se cierra; la línea se toma tal como está</translation>
    </message>
    <message>
        <source>There is text after the closing quote; the line is taken as it stands</source>
        <translation>Hay texto después de la comilla de cierre; la línea se toma tal como está</translation>
    </message>
    <message>
        <source>The file is not UTF-8; some characters were lost</source>
        <translation>El archivo no es UTF-8; se perdieron algunos caracteres</translation>
    </message>
</context>
<context>
    <name>EditCommand</name>
    <message>
        <source>edit &lt;target&gt;... [options]</source>
        <translation>edit &lt;objetivo&gt;... [opciones]</translation>
    </message>
    <message>
        <source>Changes settings and restarts nothing. Policies, limits, watch, schedule and logs are in effect at once; what a process is started with
waits for the next start, and is named. The value &quot;null&quot; sets one back:
  tropero edit api --max-restarts 5 --max-memory-restart 300M
  tropero edit api --port 4000
  tropero edit api --max-memory-restart null</source>
        <translation>Cambia ajustes y no reinicia nada. Políticas, límites, vigilancia, horario y registros valen en seguida; aquello con lo que se arranca un
proceso espera al próximo arranque, y se indica. El valor «null» restablece un ajuste:
  tropero edit api --max-restarts 5 --max-memory-restart 300M
  tropero edit api --port 4000
  tropero edit api --max-memory-restart null</translation>
    </message>
    <message>
        <source>There is nothing to change</source>
        <translation>No hay nada que cambiar</translation>
    </message>
    <message>
        <source>no setting was given</source>
        <translation>no se ha dado ningún ajuste</translation>
    </message>
    <message>
        <source>Give one, such as --max-restarts 5</source>
        <translation>Dé uno, como --max-restarts 5</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation>Cambiando %1</translation>
    </message>
    <message>
        <source>%1: in effect: %2</source>
        <translation>%1: vale ya: %2</translation>
    </message>
    <message>
        <source>%1: from the next start on: %2</source>
        <translation>%1: desde el próximo arranque: %2</translation>
    </message>
    <message>
        <source>%1: has these settings already</source>
        <translation>%1: ya tiene estos ajustes</translation>
    </message>
</context>
<context>
    <name>EndProcess</name>
    <message>
        <source>The process does not end</source>
        <translation>El proceso no termina</translation>
    </message>
    <message>
        <source>it was killed, but the system still holds it, for a device or a network drive perhaps</source>
        <translation>se mató, pero el sistema todavía lo retiene, quizá por un dispositivo o una unidad de red</translation>
    </message>
    <message>
        <source>it was asked to, and is still there</source>
        <translation>se le pidió, y sigue ahí</translation>
    </message>
    <message>
        <source>This process cannot be ended</source>
        <translation>Este proceso no se puede terminar</translation>
    </message>
    <message>
        <source>it is the system&apos;s own</source>
        <translation>es del propio sistema</translation>
    </message>
    <message>
        <source>it is this very program</source>
        <translation>es este mismo programa</translation>
    </message>
    <message>
        <source>Cannot ask the process to end</source>
        <translation>No se puede pedir al proceso que termine</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>ha terminado</translation>
    </message>
    <message>
        <source>it has neither a window nor a console of its own</source>
        <translation>no tiene ni ventana ni consola propia</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>%1, pid %2</source>
        <translation>%1, pid %2</translation>
    </message>
    <message>
        <source>%1, pid %2, in %3</source>
        <translation>%1, pid %2, en %3</translation>
    </message>
    <message>
        <source>A guard of Tropero looks after an app: the app ends with it, and the daemon starts both again.</source>
        <translation>Un guarda de Tropero cuida de una aplicación: la aplicación termina con él, y el demonio arranca de nuevo los dos.</translation>
    </message>
    <message>
        <source>The guard looks after %1: the app ends with it, and the daemon starts both again.</source>
        <translation>El guarda cuida de %1: la aplicación termina con él, y el demonio arranca ambos de nuevo.</translation>
    </message>
    <message>
        <source>Without Tropero&apos;s daemon apps go on running, but cannot be seen or changed until it is started again.</source>
        <translation>Sin el demonio de Tropero las aplicaciones siguen en marcha, pero no se pueden ver ni cambiar hasta que se arranque de nuevo.</translation>
    </message>
    <message>
        <source>Tropero looks after %1 and may start it again. To stop it for good, use &quot;Show in Apps&quot;.</source>
        <translation>Tropero cuida de %1 y puede arrancarlo de nuevo. Para pararlo definitivamente, use «Mostrar en Aplicaciones».</translation>
    </message>
    <message>
        <source>End %1?</source>
        <translation>¿Terminar %1?</translation>
    </message>
    <message numerus="yes">
        <source>End %n processes?</source>
        <translation>
            <numerusform>¿Terminar %n proceso?</numerusform>
            <numerusform>¿Terminar %n procesos?</numerusform>
        </translation>
    </message>
    <message>
        <source>End %1 and everything it started?</source>
        <translation>¿Terminar %1 y todo lo que arrancó?</translation>
    </message>
    <message numerus="yes">
        <source>End %n processes and everything they started?</source>
        <translation>
            <numerusform>¿Terminar %n proceso y todo lo que arrancó?</numerusform>
            <numerusform>¿Terminar %n procesos y todo lo que arrancaron?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>It is asked to end, and killed if it is still there after 5 seconds. What it has not saved may be lost.</source>
        <translation>Se le pide que termine, y se mata si sigue ahí después de 5 segundos. Lo que no haya guardado puede perderse.</translation>
    </message>
    <message>
        <source>They are asked to end, and killed if they are still there after 5 seconds. What they have not saved may be lost.</source>
        <translation>Se les pide que terminen, y se matan si siguen ahí después de 5 segundos. Lo que no hayan guardado puede perderse.</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Terminar el proceso</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Terminar todo</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>Cannot listen for clients</source>
        <translation>No se puede atender a clientes</translation>
    </message>
    <message>
        <source>another program has taken the name of the pipe</source>
        <translation>otro programa ha ocupado el nombre de la tubería</translation>
    </message>
    <message>
        <source>End that program; it may be a daemon that is just ending</source>
        <translation>Termine ese programa; puede ser un demonio que está terminando</translation>
    </message>
</context>
<context>
    <name>EnvCommand</name>
    <message>
        <source>env &lt;target&gt; [--reveal]</source>
        <translation>env &lt;objetivo&gt; [--reveal]</translation>
    </message>
    <message>
        <source>The variables that each instance gets when it starts: those of the shell that started it, those configured, those of Tropero.
Values of names that look like secrets are masked.</source>
        <translation>Las variables que recibe cada instancia al arrancar: las de la consola que la arrancó, las configuradas y las de Tropero.
Los valores de nombres que parecen secretos se ocultan.</translation>
    </message>
    <message>
        <source>Show the values of secrets, too</source>
        <translation>Muestra también los valores de los secretos</translation>
    </message>
    <message>
        <source>Values of secrets are masked; --reveal shows them.</source>
        <translation>Los valores de los secretos están ocultos; --reveal los muestra.</translation>
    </message>
</context>
<context>
    <name>EventEntry</name>
    <message>
        <source>Started</source>
        <translation>Arrancada</translation>
    </message>
    <message>
        <source>Process ended</source>
        <translation>Proceso terminado</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reinicio</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recarga</translation>
    </message>
    <message>
        <source>Reload failed</source>
        <translation>La recarga falló</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>Se rindió</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>No se pudo arrancar</translation>
    </message>
    <message>
        <source>Over the memory limit</source>
        <translation>Por encima del límite de memoria</translation>
    </message>
    <message>
        <source>Output could not be stored</source>
        <translation>La salida no se pudo guardar</translation>
    </message>
    <message>
        <source>Guard lost</source>
        <translation>Guarda perdido</translation>
    </message>
    <message>
        <source>Misbehaved</source>
        <translation>Comportamiento incorrecto</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editada</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>started</source>
        <translation>arrancada</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminó</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>reiniciada</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>gave up</source>
        <translation>se rindió</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>no se pudo arrancar</translation>
    </message>
    <message>
        <source>over its memory limit</source>
        <translation>por encima de su límite de memoria</translation>
    </message>
    <message>
        <source>output could not be stored</source>
        <translation>la salida no se pudo guardar</translation>
    </message>
    <message>
        <source>guard lost</source>
        <translation>guarda perdido</translation>
    </message>
    <message>
        <source>reloaded</source>
        <translation>recargada</translation>
    </message>
    <message>
        <source>could not be reloaded</source>
        <translation>no se pudo recargar</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
</context>
<context>
    <name>Executable</name>
    <message>
        <source>Cannot read the program</source>
        <translation>No se puede leer el programa</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>el archivo no existe</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Compruebe la ruta</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>Cannot find the program</source>
        <translation>No se encuentra el programa</translation>
    </message>
    <message>
        <source>its name is empty</source>
        <translation>su nombre está vacío</translation>
    </message>
    <message>
        <source>it may not be executed</source>
        <translation>no se puede ejecutar</translation>
    </message>
    <message>
        <source>Run: chmod +x &quot;%1&quot;</source>
        <translation>Ejecute: chmod +x &quot;%1&quot;</translation>
    </message>
    <message>
        <source>it is in none of the folders of PATH; looked in %1</source>
        <translation>no está en ninguna de las carpetas de PATH; se buscó en %1</translation>
    </message>
    <message>
        <source>Check the name, or give the whole path</source>
        <translation>Compruebe el nombre o dé la ruta completa</translation>
    </message>
    <message>
        <source>Windows cannot run files of that kind</source>
        <translation>Windows no puede ejecutar archivos de ese tipo</translation>
    </message>
    <message>
        <source>Name the program that runs it</source>
        <translation>Nombre el programa que lo ejecuta</translation>
    </message>
</context>
<context>
    <name>ExitCode</name>
    <message>
        <source>the command cannot be executed</source>
        <translation>la orden no se puede ejecutar</translation>
    </message>
    <message>
        <source>command not found</source>
        <translation>orden no encontrada</translation>
    </message>
    <message>
        <source>ended by the system</source>
        <translation>terminado por el sistema</translation>
    </message>
    <message>
        <source>access violation</source>
        <translation>violación de acceso</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>sin memoria</translation>
    </message>
    <message>
        <source>stack overflow</source>
        <translation>desbordamiento de pila</translation>
    </message>
    <message>
        <source>a DLL is missing</source>
        <translation>falta una DLL</translation>
    </message>
    <message>
        <source>a DLL has not the function needed</source>
        <translation>una DLL no tiene la función necesaria</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>a DLL failed to initialise</source>
        <translation>una DLL no pudo inicializarse</translation>
    </message>
    <message>
        <source>heap corruption</source>
        <translation>memoria dinámica dañada</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abortado</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>expected a number of instances from 1 to 1000, or &quot;max&quot;</source>
        <translation>se esperaba un número de instancias de 1 a 1000, o «max»</translation>
    </message>
    <message>
        <source>Number of instances; max or 0: one for each processor, -1: one less</source>
        <translation>Número de instancias; max o 0: una por procesador, -1: una menos</translation>
    </message>
    <message>
        <source>Put before the name, with a colon</source>
        <translation>Se pone delante del nombre, con dos puntos</translation>
    </message>
    <message>
        <source>Put the chosen env_NAME block&apos;s name after the app&apos;s name</source>
        <translation>Pone el nombre del bloque env_NOMBRE elegido detrás del nombre de la aplicación</translation>
    </message>
    <message>
        <source>Sets the variable PORT</source>
        <translation>Define la variable PORT</translation>
    </message>
    <message>
        <source>Variables of the shell whose name contains one of these are not passed on; true: none is</source>
        <translation>Las variables de la consola cuyo nombre contiene uno de estos textos no se transmiten; true: ninguna</translation>
    </message>
    <message>
        <source>Name of the app; otherwise the script&apos;s without its extension</source>
        <translation>Nombre de la aplicación; si no, el del script sin su extensión</translation>
    </message>
    <message>
        <source>Script, program or command line to run</source>
        <translation>Script, programa o línea de órdenes que se ejecuta</translation>
    </message>
    <message>
        <source>Group of apps that commands can name together</source>
        <translation>Grupo de aplicaciones que las órdenes pueden nombrar juntas</translation>
    </message>
    <message>
        <source>Arguments of the script, as a list or one text with quotes</source>
        <translation>Argumentos del script, como lista o un texto con comillas</translation>
    </message>
    <message>
        <source>Arguments of the interpreter, before the script</source>
        <translation>Argumentos del intérprete, delante del script</translation>
    </message>
    <message>
        <source>Variables of the app; blocks called env_NAME are merged over it by --env NAME</source>
        <translation>Variables de la aplicación; los bloques llamados env_NOMBRE se les superponen con --env NOMBRE</translation>
    </message>
    <message>
        <source>Variable that carries the number of the instance in its app, from 0</source>
        <translation>Variable que lleva el número de la instancia en su aplicación, desde 0</translation>
    </message>
    <message>
        <source>User to run as, by name or number (only root can do that)</source>
        <translation>Usuario con el que se ejecuta, por nombre o número (solo root puede hacerlo)</translation>
    </message>
    <message>
        <source>Group to run as, by name or number (only root can do that)</source>
        <translation>Grupo con el que se ejecuta, por nombre o número (solo root puede hacerlo)</translation>
    </message>
    <message>
        <source>Start the app as soon as it is registered</source>
        <translation>Arranca la aplicación en cuanto se registra</translation>
    </message>
    <message>
        <source>Folder to run in; relative paths start from it</source>
        <translation>Carpeta en la que se ejecuta; las rutas relativas parten de ella</translation>
    </message>
    <message>
        <source>Name of the env_NAME block to use</source>
        <translation>Nombre del bloque env_NOMBRE que se usa</translation>
    </message>
    <message>
        <source>Variable, such as PORT, that grows by 1 with each instance</source>
        <translation>Variable, como PORT, que crece en 1 con cada instancia</translation>
    </message>
    <message>
        <source>File for standard output; NULL: none</source>
        <translation>Archivo para la salida estándar; NULL: ninguno</translation>
    </message>
    <message>
        <source>File for standard error; NULL: none</source>
        <translation>Archivo para la salida de errores; NULL: ninguno</translation>
    </message>
    <message>
        <source>expected the path of a file</source>
        <translation>se esperaba la ruta de un archivo</translation>
    </message>
    <message>
        <source>Further file for both streams together</source>
        <translation>Otro archivo para las dos salidas juntas</translation>
    </message>
    <message>
        <source>Put the time before each line of output</source>
        <translation>Pone la hora delante de cada línea de la salida</translation>
    </message>
    <message>
        <source>raw: bytes as written; json: one object for each line</source>
        <translation>raw: los bytes tal como se escribieron; json: un objeto por línea</translation>
    </message>
    <message>
        <source>All instances of the app share one pair of log files</source>
        <translation>Todas las instancias de la aplicación comparten un par de archivos de registro</translation>
    </message>
    <message>
        <source>Format of the time that is put before each line, such as YYYY-MM-DD HH:mm:ss</source>
        <translation>Formato de la hora que se pone delante de cada línea, como YYYY-MM-DD HH:mm:ss</translation>
    </message>
    <message>
        <source>Store no output</source>
        <translation>No guarda la salida</translation>
    </message>
    <message>
        <source>A larger log file is rotated; 0: never</source>
        <translation>Un archivo de registro mayor se rota; 0: nunca</translation>
    </message>
    <message>
        <source>A log file begun longer ago is rotated; 0: never</source>
        <translation>Un archivo de registro comenzado hace más tiempo se rota; 0: nunca</translation>
    </message>
    <message>
        <source>Rotated files that are kept for each log</source>
        <translation>Archivos rotados que se conservan de cada registro</translation>
    </message>
    <message>
        <source>not available in this version</source>
        <translation>no disponible en esta versión</translation>
    </message>
    <message>
        <source>PM2 only; not needed here</source>
        <translation>solo de PM2; aquí no hace falta</translation>
    </message>
    <message>
        <source>PM2 only; give --enable-source-maps in interpreter_args</source>
        <translation>solo de PM2; dé --enable-source-maps en interpreter_args</translation>
    </message>
    <message>
        <source>only an option of the command line</source>
        <translation>solo es una opción de la línea de órdenes</translation>
    </message>
    <message>
        <source>pid files are always pids/NAME-NUMBER.pid in the home folder</source>
        <translation>los archivos pid son siempre pids/NOMBRE-NÚMERO.pid en la carpeta de Tropero</translation>
    </message>
    <message>
        <source>When an app that ended by itself is started again</source>
        <translation>Cuándo se arranca de nuevo una aplicación que terminó por sí misma</translation>
    </message>
    <message>
        <source>false is the same as restart: never</source>
        <translation>false equivale a restart: never</translation>
    </message>
    <message>
        <source>Exit codes after which the app is not started again</source>
        <translation>Códigos de salida después de los cuales la aplicación no se arranca de nuevo</translation>
    </message>
    <message>
        <source>Restart an instance whose processes together use more memory than this, such as 200M</source>
        <translation>Reinicia una instancia cuyos procesos juntos usan más memoria que esta, como 200M</translation>
    </message>
    <message>
        <source>Signal that asks the app to end</source>
        <translation>Señal que pide a la aplicación que termine</translation>
    </message>
    <message>
        <source>Time to end by itself before everything left of it is killed</source>
        <translation>Tiempo para terminar por sí misma antes de matar todo lo que quede de ella</translation>
    </message>
    <message>
        <source>Send the stop signal to all processes of the app, not only to the first</source>
        <translation>Envía la señal de parada a todos los procesos de la aplicación, no solo al primero</translation>
    </message>
    <message>
        <source>Fixed time before each restart</source>
        <translation>Tiempo fijo antes de cada reinicio</translation>
    </message>
    <message>
        <source>First delay of growing delays before restarts; 0: off</source>
        <translation>Primera espera de las esperas crecientes antes de los reinicios; 0: sin ellas</translation>
    </message>
    <message>
        <source>By how much a growing delay is multiplied each time</source>
        <translation>Por cuánto se multiplica cada vez una espera creciente</translation>
    </message>
    <message>
        <source>Longest of the growing delays</source>
        <translation>La mayor de las esperas crecientes</translation>
    </message>
    <message>
        <source>Part of a growing delay by which it is spread at random, 0 to 1</source>
        <translation>Parte de una espera creciente en la que se dispersa al azar, de 0 a 1</translation>
    </message>
    <message>
        <source>So many crashes within restart_window, and the app counts as errored</source>
        <translation>Con tantos fallos dentro de restart_window, la aplicación se da por fallida</translation>
    </message>
    <message>
        <source>Time in which crashes are counted</source>
        <translation>Tiempo en el que se cuentan los fallos</translation>
    </message>
    <message>
        <source>A run that was shorter counts as unstable</source>
        <translation>Una ejecución más corta cuenta como inestable</translation>
    </message>
    <message>
        <source>A run that lasted so long makes earlier crashes forgotten</source>
        <translation>Una ejecución que duró tanto hace olvidar los fallos anteriores</translation>
    </message>
    <message>
        <source>expected ports, HOST:PORT or absolute paths of sockets, such as [3000, &quot;/run/api.sock&quot;]</source>
        <translation>se esperaban puertos, HOST:PUERTO o rutas absolutas de sockets, como [3000, &quot;/run/api.sock&quot;]</translation>
    </message>
    <message>
        <source>expected each address once</source>
        <translation>se esperaba cada dirección una sola vez</translation>
    </message>
    <message>
        <source>Ports, HOST:PORT or paths of sockets that are opened for a cluster of programs that are not Node</source>
        <translation>Puertos, HOST:PUERTO o rutas de sockets que se abren para un clúster de programas que no son Node</translation>
    </message>
    <message>
        <source>Who gets the next connection in a Node cluster: rr (in turn), none (the system chooses), reuseport</source>
        <translation>Quién recibe la próxima conexión en un clúster de Node: rr (por turno), none (elige el sistema), reuseport</translation>
    </message>
    <message>
        <source>Instances that a reload replaces at the same time; 0: chosen for you</source>
        <translation>Instancias que una recarga sustituye a la vez; 0: se elige automáticamente</translation>
    </message>
    <message>
        <source>What makes an instance online: its process (online), its first port (listening), process.send(&apos;ready&apos;) (ready)</source>
        <translation>Qué pone en línea una instancia: su proceso (online), su primer puerto (listening), process.send(&apos;ready&apos;) (ready)</translation>
    </message>
    <message>
        <source>Online only after the app said process.send(&apos;ready&apos;); the same as ready_when: ready</source>
        <translation>En línea solo después de que la aplicación diga process.send(&apos;ready&apos;); equivale a ready_when: ready</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT/PATH or tcp://HOST:PORT; %1</source>
        <translation>se esperaba http://HOST:PUERTO/RUTA o tcp://HOST:PUERTO; %1</translation>
    </message>
    <message>
        <source>Asked until it answers before an instance is online: http://HOST:PORT/PATH or tcp://HOST:PORT</source>
        <translation>Se consulta hasta que responde antes de dar una instancia por en línea: http://HOST:PUERTO/RUTA o tcp://HOST:PUERTO</translation>
    </message>
    <message>
        <source>Give a Node app process.send() and what builds on it: ready, messages, metrics, actions</source>
        <translation>Da a una aplicación de Node process.send() y lo que se basa en él: ready, mensajes, métricas, acciones</translation>
    </message>
    <message>
        <source>Longest wait for an instance to be ready; then it counts as online, or the reload as failed</source>
        <translation>Espera máxima hasta que una instancia está lista; después se da por en línea, o la recarga por fallida</translation>
    </message>
    <message>
        <source>Measure event loop, heap and HTTP requests of a Node app</source>
        <translation>Mide el bucle de eventos, la memoria dinámica y las peticiones HTTP de una aplicación de Node</translation>
    </message>
    <message>
        <source>fork: each instance for itself; cluster: they share their ports, and reload replaces them without a gap. Not given: cluster for a Node script with instances</source>
        <translation>fork: cada instancia por sí misma; cluster: comparten sus puertos, y reload las sustituye sin interrupción. Si no se da: cluster para un script de Node con instancias</translation>
    </message>
    <message>
        <source>expected a version of Node, such as node@18, node@18.1.0, node@lts or node@.nvmrc</source>
        <translation>se esperaba una versión de Node, como node@18, node@18.1.0, node@lts o node@.nvmrc</translation>
    </message>
    <message>
        <source>Program that runs the script, or a version of Node such as node@18, node@lts, node@.nvmrc; otherwise by extension and #! line; none: the script itself</source>
        <translation>Programa que ejecuta el script, o una versión de Node como node@18, node@lts, node@.nvmrc; si no, según la extensión y la línea #!; none: el propio script</translation>
    </message>
    <message>
        <source>PM2 only; see ignore_watch, ext and watch_delay</source>
        <translation>solo de PM2; vea ignore_watch, ext y watch_delay</translation>
    </message>
    <message>
        <source>Ask a Node app to end by the message &apos;shutdown&apos; instead of the stop signal</source>
        <translation>Pide a una aplicación de Node que termine con el mensaje «shutdown» en lugar de la señal de parada</translation>
    </message>
    <message>
        <source>expected true, false, a path or a list of paths</source>
        <translation>se esperaba true, false, una ruta o una lista de rutas</translation>
    </message>
    <message>
        <source>Restart (in cluster mode: reload) when files of the working folder change, or of the paths given</source>
        <translation>Reinicia (en modo cluster: recarga) cuando cambian archivos de la carpeta de trabajo o de las rutas dadas</translation>
    </message>
    <message>
        <source>Names, paths or globs that are not watched; otherwise node_modules and names that begin with a dot</source>
        <translation>Nombres, rutas o patrones que no se vigilan; si no, node_modules y los nombres que empiezan por un punto</translation>
    </message>
    <message>
        <source>expected endings of files, such as &quot;js,json&quot;</source>
        <translation>se esperaban finales de archivos, como «js,json»</translation>
    </message>
    <message>
        <source>Watch only files with these endings, such as js,json</source>
        <translation>Vigila solo archivos con estos finales, como js,json</translation>
    </message>
    <message>
        <source>Time from the last change to the restart; a number is milliseconds, as an option seconds</source>
        <translation>Tiempo desde el último cambio hasta el reinicio; un número son milisegundos, como opción segundos</translation>
    </message>
    <message>
        <source>expected times such as &quot;0 3 * * *&quot;; %1</source>
        <translation>se esperaban horas como «0 3 * * *»; %1</translation>
    </message>
    <message>
        <source>Restart (in cluster mode: reload) at these times, such as &quot;0 3 * * *&quot;, and start again what ended by itself; 0: never</source>
        <translation>Reinicia (en modo cluster: recarga) a estas horas, como «0 3 * * *», y arranca de nuevo lo que terminó por sí mismo; 0: nunca</translation>
    </message>
</context>
<context>
    <name>FieldValuesText</name>
    <message>
        <source>expected exit codes, such as 0 or [0, 143]</source>
        <translation>se esperaban códigos de salida, como 0 o [0, 143]</translation>
    </message>
    <message>
        <source>expected NAME=VALUE</source>
        <translation>se esperaba NOMBRE=VALOR</translation>
    </message>
    <message>
        <source>Wrong value</source>
        <translation>Valor incorrecto</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>se esperaba un texto</translation>
    </message>
    <message>
        <source>expected a text without NUL characters</source>
        <translation>se esperaba un texto sin caracteres NUL</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>se esperaba true o false</translation>
    </message>
    <message>
        <source>expected a number from %1 to %2</source>
        <translation>se esperaba un número de %1 a %2</translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2</source>
        <translation>se esperaba un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>expected milliseconds, or a number with ms, s, m, h or d such as &quot;10s&quot;, at most %1</source>
        <translation>se esperaban milisegundos, o un número con ms, s, m, h o d como «10s», como mucho %1</translation>
    </message>
    <message>
        <source>expected bytes, or a number with K, M or G such as &quot;100M&quot;</source>
        <translation>se esperaban bytes, o un número con K, M o G como «100M»</translation>
    </message>
    <message>
        <source>expected a text or a list of texts</source>
        <translation>se esperaba un texto o una lista de textos</translation>
    </message>
    <message>
        <source>expected an object with names and values</source>
        <translation>se esperaba un objeto con nombres y valores</translation>
    </message>
    <message>
        <source>expected a name of a variable, without &quot;=&quot;</source>
        <translation>se esperaba el nombre de una variable, sin «=»</translation>
    </message>
    <message>
        <source>expected a value without NUL characters</source>
        <translation>se esperaba un valor sin caracteres NUL</translation>
    </message>
    <message>
        <source>expected one of: %1</source>
        <translation>se esperaba uno de: %1</translation>
    </message>
    <message>
        <source>expected a signal such as &quot;SIGTERM&quot;</source>
        <translation>se esperaba una señal como «SIGTERM»</translation>
    </message>
    <message>
        <source>expected a signal; did you mean &quot;%1&quot;?</source>
        <translation>se esperaba una señal; ¿quiso decir «%1»?</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>Cannot lock the file</source>
        <translation>No se puede bloquear el archivo</translation>
    </message>
    <message>
        <source>another process holds it</source>
        <translation>otro proceso lo tiene</translation>
    </message>
    <message>
        <source>the file is replaced again and again</source>
        <translation>el archivo se sustituye una y otra vez</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Cannot open the file for writing</source>
        <translation>No se puede abrir el archivo para escribir</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>es un enlace simbólico</translation>
    </message>
    <message>
        <source>Name the file that it leads to</source>
        <translation>Nombre el archivo al que lleva</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is neither a regular file nor a device</source>
        <translation>no es un archivo normal ni un dispositivo</translation>
    </message>
    <message>
        <source>Cannot write to the file</source>
        <translation>No se puede escribir en el archivo</translation>
    </message>
    <message>
        <source>Cannot shorten the file</source>
        <translation>No se puede acortar el archivo</translation>
    </message>
    <message>
        <source>Cannot use the folder</source>
        <translation>No se puede usar la carpeta</translation>
    </message>
    <message>
        <source>a file of that name is in its place</source>
        <translation>en su lugar hay un archivo de ese nombre</translation>
    </message>
    <message>
        <source>Move the file away</source>
        <translation>Mueva el archivo a otro sitio</translation>
    </message>
    <message>
        <source>it belongs to another user (uid %1)</source>
        <translation>pertenece a otro usuario (uid %1)</translation>
    </message>
    <message>
        <source>Choose another folder by TROPERO_HOME, or run as its owner</source>
        <translation>Elija otra carpeta con TROPERO_HOME, o ejecútelo como su dueño</translation>
    </message>
    <message>
        <source>other users may write to it</source>
        <translation>otros usuarios pueden escribir en ella</translation>
    </message>
    <message>
        <source>Run: chmod 700 &quot;%1&quot;</source>
        <translation>Ejecute: chmod 700 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Cannot create the folder</source>
        <translation>No se puede crear la carpeta</translation>
    </message>
    <message>
        <source>Cannot write the file</source>
        <translation>No se puede escribir el archivo</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>es mayor de %1 bytes</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
</context>
<context>
    <name>FlushCommand</name>
    <message>
        <source>flush [target]...</source>
        <translation>flush [objetivo]...</translation>
    </message>
    <message>
        <source>Without a target: the logs of all apps. Rotated log files are removed.</source>
        <translation>Sin objetivo: los registros de todas las aplicaciones. Los archivos rotados se borran.</translation>
    </message>
    <message>
        <source>Emptying logs</source>
        <translation>Vaciando registros</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes</comment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Arrancando</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>Se rindió</translation>
    </message>
</context>
<context>
    <name>FreeCommand</name>
    <message>
        <source>free &lt;port&gt;[/udp] [options]</source>
        <translation>free &lt;puerto&gt;[/udp] [opciones]</translation>
    </message>
    <message>
        <source>Ends whoever holds the port: shows it and asks, then asks the process to end, and kills it when it does not. When an app of
Tropero holds the port, that app is stopped, since it would come back otherwise. Exit code 0: the port is free now.

  tropero free 3000           the process that listens on TCP port 3000
  tropero free 3000 --tree    with all processes that it started
  tropero free 5353/udp -y    a UDP port, without asking</source>
        <translation>Termina a quien ocupa el puerto: lo muestra y pregunta, después pide al proceso que termine y lo mata si no lo hace. Si el puerto es de una
aplicación de Tropero, se para esa aplicación, que de otro modo volvería. Código de salida 0: el puerto ha quedado libre.

  tropero free 3000           el proceso que escucha en el puerto TCP 3000
  tropero free 3000 --tree    con todos los procesos que inició
  tropero free 5353/udp -y    un puerto UDP, sin preguntar</translation>
    </message>
    <message>
        <source>Do not ask; needed in scripts</source>
        <translation>No pregunta; hace falta en scripts</translation>
    </message>
    <message>
        <source>End the children of the process, too</source>
        <translation>Termina también los hijos del proceso</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TIEMPO</translation>
    </message>
    <message>
        <source>How long to wait before it is killed (default: 5s)</source>
        <translation>Cuánto se espera antes de matarlo (por omisión: 5s)</translation>
    </message>
    <message>
        <source>Print what was done as JSON</source>
        <translation>Imprime como JSON lo que se ha hecho</translation>
    </message>
    <message>
        <source>Port %1 is held for %2, which is another port: tropero free %1/%2</source>
        <translation>El puerto %1 está ocupado en %2, que es otro puerto: tropero free %1/%2</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>No se ha hecho nada.</translation>
    </message>
    <message>
        <source>Cannot free port %1</source>
        <translation>No se puede liberar el puerto %1</translation>
    </message>
    <message>
        <source>the system does not say who holds it</source>
        <translation>el sistema no dice quién lo ocupa</translation>
    </message>
    <message>
        <source>a process of user %1 holds it</source>
        <translation>lo ocupa un proceso del usuario %1</translation>
    </message>
    <message>
        <source>That takes the rights of that user or of an administrator</source>
        <translation>Para eso hacen falta los permisos de ese usuario o de un administrador</translation>
    </message>
    <message>
        <source>process %1 holds it, which belongs to a Tropero with another home folder and would take its apps with it</source>
        <translation>lo ocupa el proceso %1, que pertenece a un Tropero con otra carpeta y se llevaría consigo sus aplicaciones</translation>
    </message>
    <message>
        <source>Stop the app there: set TROPERO_HOME and run this command again</source>
        <translation>Pare la aplicación allí: defina TROPERO_HOME y ejecute de nuevo esta orden</translation>
    </message>
    <message>
        <source>%1 is held by %2, pid %3, of the app %4. Tropero would start it again, so the app is stopped: &quot;tropero start %4&quot; brings it back.</source>
        <translation>%1 lo ocupa %2, pid %3, de la aplicación %4. Tropero lo arrancaría de nuevo, así que se para la aplicación: «tropero start %4» la recupera.</translation>
    </message>
    <message>
        <source>%1 is held by %2, pid %3</source>
        <translation>%1 lo ocupa %2, pid %3</translation>
    </message>
    <message>
        <source>, of the project %1</source>
        <translation>, del proyecto %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, en %1</translation>
    </message>
    <message>
        <source>, started by %1 (pid %2)</source>
        <translation>, arrancado por %1 (pid %2)</translation>
    </message>
    <message>
        <source>  with its child %1, pid %2</source>
        <translation>  con su hijo %1, pid %2</translation>
    </message>
    <message>
        <source>Nothing was done</source>
        <translation>No se ha hecho nada</translation>
    </message>
    <message>
        <source>there is no terminal to ask whether to go on</source>
        <translation>no hay ningún terminal en el que preguntar si se sigue</translation>
    </message>
    <message>
        <source>Add --yes</source>
        <translation>Añada --yes</translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation>¿Seguir? [s/N] </translation>
    </message>
    <message>
        <source>y</source>
        <comment>short for yes</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>Parando %1</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (pid %2)</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>Killed %1</source>
        <translation>Matado: %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>Port %1 is held again</source>
        <translation>El puerto %1 vuelve a estar ocupado</translation>
    </message>
    <message>
        <source>by %1, pid %2, started by %3</source>
        <translation>por %1, pid %2, arrancado por %3</translation>
    </message>
    <message>
        <source>Something starts it anew: end that first</source>
        <translation>Algo lo arranca de nuevo: termine eso antes</translation>
    </message>
    <message>
        <source>Port %1/%2 is free.</source>
        <translation>El puerto %1/%2 está libre.</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Cannot configure the guard</source>
        <translation>No se puede configurar el guarda</translation>
    </message>
    <message>
        <source>an instance has no number</source>
        <translation>una instancia no tiene número</translation>
    </message>
</context>
<context>
    <name>GuardedInstances</name>
    <message>
        <source>Cannot send the signal</source>
        <translation>No se puede enviar la señal</translation>
    </message>
    <message>
        <source>the app does not run</source>
        <translation>la aplicación no está en marcha</translation>
    </message>
    <message>
        <source>Start it first</source>
        <translation>Arránquela antes</translation>
    </message>
    <message>
        <source>Cannot trigger the action</source>
        <translation>No se puede llamar a la acción</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Print no notices and no table, only what was asked for</source>
        <translation>No imprime avisos ni tabla, solo lo pedido</translation>
    </message>
    <message>
        <source>Colours also when output is no terminal</source>
        <translation>Colores aunque la salida no sea un terminal</translation>
    </message>
    <message>
        <source>No colours; the variable NO_COLOR does the same</source>
        <translation>Sin colores; la variable NO_COLOR hace lo mismo</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Muestra esta ayuda</translation>
    </message>
    <message>
        <source>Tropero keeps your local servers running.</source>
        <translation>Tropero mantiene en marcha sus servidores locales.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Uso:</translation>
    </message>
    <message>
        <source>A target is an id, a name, a namespace, a /regular expression/, the path of a script, or &quot;all&quot;.</source>
        <translation>Un objetivo es un id, un nombre, un espacio de nombres, una /expresión regular/, la ruta de un script o «all».</translation>
    </message>
    <message>
        <source>&quot;tropero help &lt;command&gt;&quot; tells more.</source>
        <translation>«tropero help &lt;orden&gt;» dice más.</translation>
    </message>
    <message>
        <source>Also:</source>
        <translation>También:</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Common options</source>
        <translation>Opciones comunes</translation>
    </message>
    <message>
        <source>&lt;command&gt; [options]</source>
        <translation>&lt;orden&gt; [opciones]</translation>
    </message>
</context>
<context>
    <name>HelpCommand</name>
    <message>
        <source>help [command]</source>
        <translation>help [orden]</translation>
    </message>
    <message>
        <source>Unknown command</source>
        <translation>Orden desconocida</translation>
    </message>
    <message>
        <source>&quot;tropero help&quot; lists all commands</source>
        <translation>«tropero help» lista todas las órdenes</translation>
    </message>
    <message>
        <source>Did you mean &quot;tropero help %1&quot;?</source>
        <translation>¿Quiso decir «tropero help %1»?</translation>
    </message>
</context>
<context>
    <name>HighlightColors</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Cannot open the history</source>
        <translation>No se puede abrir el historial</translation>
    </message>
    <message>
        <source>The history is damaged</source>
        <translation>El historial está dañado</translation>
    </message>
    <message>
        <source>The history was damaged and begins anew; the old file is %1 (%2)</source>
        <translation>El historial estaba dañado y comienza de nuevo; el archivo antiguo es %1 (%2)</translation>
    </message>
    <message>
        <source>Cannot use the history</source>
        <translation>No se puede usar el historial</translation>
    </message>
</context>
<context>
    <name>IdCommand</name>
    <message>
        <source>id &lt;target&gt;</source>
        <translation>id &lt;objetivo&gt;</translation>
    </message>
    <message>
        <source>Prints [] when there is no such app.</source>
        <translation>Imprime [] si no hay tal aplicación.</translation>
    </message>
</context>
<context>
    <name>InstanceFacts</name>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>starts again in</source>
        <translation>arranca de nuevo en</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>recarga</translation>
    </message>
    <message>
        <source>, this instance now</source>
        <translation>, ahora esta instancia</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>deseado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>uptime</source>
        <translation>activo</translation>
    </message>
    <message>
        <source> (since %1)</source>
        <translation> (desde %1)</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>procesos</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>hilos</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>archivos abiertos</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>puertos</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>reinicios</translation>
    </message>
    <message>
        <source>unstable restarts</source>
        <translation>reinicios inestables</translation>
    </message>
    <message>
        <source>last exit</source>
        <translation>última salida</translation>
    </message>
    <message>
        <source>created at</source>
        <translation>creada</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Lanzar</translation>
    </message>
    <message>
        <source>script path</source>
        <translation>ruta del script</translation>
    </message>
    <message>
        <source>script args</source>
        <translation>argumentos del script</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>intérprete</translation>
    </message>
    <message>
        <source>interpreter args</source>
        <translation>argumentos del intérprete</translation>
    </message>
    <message>
        <source>exec cwd</source>
        <translation>carpeta de trabajo</translation>
    </message>
    <message>
        <source>node version</source>
        <translation>versión de node</translation>
    </message>
    <message>
        <source>exec mode</source>
        <translation>modo de ejecución</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instancia</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>env profile</source>
        <translation>perfil de entorno</translation>
    </message>
    <message>
        <source>guard pid</source>
        <translation>pid del guarda</translation>
    </message>
    <message>
        <source>none (the guard is being started or was lost)</source>
        <translation>ninguno (el guarda está arrancando o se perdió)</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>scheduling</source>
        <translation>reparto</translation>
    </message>
    <message>
        <source>%1 instances at the same time</source>
        <translation>%1 instancias a la vez</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Node %1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primario</translation>
    </message>
    <message>
        <source>primary since</source>
        <translation>primario desde</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>out log</source>
        <translation>registro de salida</translation>
    </message>
    <message>
        <source>error log</source>
        <translation>registro de errores</translation>
    </message>
    <message>
        <source>combined log</source>
        <translation>registro combinado</translation>
    </message>
    <message>
        <source>lost output</source>
        <translation>salida perdida</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>reinicio</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>vigilancia</translation>
    </message>
    <message>
        <source>cron restart</source>
        <translation>reinicio cron</translation>
    </message>
    <message>
        <source>autostart</source>
        <translation>arranque automático</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Configured environment</source>
        <translation>Entorno configurado</translation>
    </message>
    <message>
        <source>is being reloaded, %1 of %2 done</source>
        <translation>se está recargando, %1 de %2 hechas</translation>
    </message>
    <message>
        <source>%1; waiting after it: %2</source>
        <translation>%1; en espera después: %2</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>precaución</translation>
    </message>
</context>
<context>
    <name>JlistCommand</name>
    <message>
        <source>jlist</source>
        <translation>jlist</translation>
    </message>
    <message>
        <source>One line of JSON in the form that PM2&apos;s jlist has, for programs that read that. Values of secrets are masked.
&quot;tropero list --json&quot; prints Tropero&apos;s own form.</source>
        <translation>Una línea de JSON en la forma del jlist de PM2, para programas que la leen. Los valores de los secretos se ocultan.
«tropero list --json» imprime la forma propia de Tropero.</translation>
    </message>
</context>
<context>
    <name>Json5</name>
    <message>
        <source>unexpected &quot;%1&quot; after the end</source>
        <translation>«%1» inesperado después del final</translation>
    </message>
    <message>
        <source>Cannot read the JSON text</source>
        <translation>No se puede leer el texto JSON</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>línea %1, columna %2: %3</translation>
    </message>
    <message>
        <source>this comment has no end</source>
        <translation>este comentario no tiene final</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>anidado a más de %1 niveles</translation>
    </message>
    <message>
        <source>a value is missing: the text ends here</source>
        <translation>falta un valor: el texto acaba aquí</translation>
    </message>
    <message>
        <source>the &quot;{&quot; here has no &quot;}&quot;</source>
        <translation>la «{» de aquí no tiene «}»</translation>
    </message>
    <message>
        <source>a &quot;:&quot; is missing after the key &quot;%1&quot;</source>
        <translation>falta «:» después de la clave «%1»</translation>
    </message>
    <message>
        <source>a &quot;,&quot; or &quot;}&quot; is missing after the value of &quot;%1&quot;</source>
        <translation>falta «,» o «}» después del valor de «%1»</translation>
    </message>
    <message>
        <source>the &quot;[&quot; here has no &quot;]&quot;</source>
        <translation>el «[» de aquí no tiene «]»</translation>
    </message>
    <message>
        <source>a &quot;,&quot; or &quot;]&quot; is missing</source>
        <translation>falta «,» o «]»</translation>
    </message>
    <message>
        <source>a key is expected, not &quot;%1&quot;</source>
        <translation>se esperaba una clave, no «%1»</translation>
    </message>
    <message>
        <source>the string that begins here has no end</source>
        <translation>la cadena que empieza aquí no tiene final</translation>
    </message>
    <message>
        <source>&quot;\%1&quot; needs %2 hexadecimal digits</source>
        <translation>«\%1» necesita %2 cifras hexadecimales</translation>
    </message>
    <message>
        <source>a value is expected, not &quot;%1&quot;</source>
        <translation>se esperaba un valor, no «%1»</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value; a text needs quotes</source>
        <translation>«%1» no es un valor; un texto necesita comillas</translation>
    </message>
</context>
<context>
    <name>KillCommand</name>
    <message>
        <source>kill</source>
        <translation>kill</translation>
    </message>
    <message>
        <source>Stops every app, then the daemon. &quot;tropero resurrect&quot; brings the apps back.</source>
        <translation>Para todas las aplicaciones y después el demonio. «tropero resurrect» recupera las aplicaciones.</translation>
    </message>
    <message>
        <source>The daemon is not running.</source>
        <translation>El demonio no está en marcha.</translation>
    </message>
    <message>
        <source>Stopping all apps</source>
        <translation>Parando todas las aplicaciones</translation>
    </message>
    <message>
        <source>Waiting for the daemon to end</source>
        <translation>Esperando a que termine el demonio</translation>
    </message>
    <message>
        <source>The daemon has ended.</source>
        <translation>El demonio ha terminado.</translation>
    </message>
    <message>
        <source>%1 stopped, and the daemon has ended. To bring them back: tropero resurrect</source>
        <translation>%1, y el demonio ha terminado. Para recuperarlas: tropero resurrect</translation>
    </message>
    <message>
        <source>One app was</source>
        <translation>Una aplicación parada</translation>
    </message>
    <message>
        <source>%1 apps were</source>
        <translation>%1 aplicaciones paradas</translation>
    </message>
</context>
<context>
    <name>LaunchCluster</name>
    <message>
        <source>It is launched in fork mode: there are no workers that share connections.</source>
        <translation>Se lanza en modo fork: no hay trabajadores que compartan las conexiones.</translation>
    </message>
    <message>
        <source>Its instances accept from sockets that Tropero opens, and the system chooses who gets the next connection.</source>
        <translation>Sus instancias aceptan de sockets que abre Tropero, y el sistema elige quién recibe la siguiente conexión.</translation>
    </message>
    <message>
        <source>The primary accepts and hands the connections to the workers in turn: the load is even, and a reload loses nothing. Right nearly always.</source>
        <translation>El primario acepta las conexiones y las da por turno a los trabajadores: la carga es pareja y una recarga no pierde nada. Casi siempre es lo adecuado.</translation>
    </message>
    <message>
        <source>The workers accept from one shared socket, and the system chooses. For very many short connections; with little load most of it lands on one or two workers.</source>
        <translation>Los trabajadores aceptan de un mismo socket y el sistema elige. Para muchísimas conexiones cortas; con poca carga casi todo cae en uno o dos trabajadores.</translation>
    </message>
    <message>
        <source>Each worker has a socket of its own, and the system spreads by address and port. For very many short connections, on Linux with Node 22.12 or newer; elsewhere it is in turn. A reload may lose a few connections.</source>
        <translation>Cada trabajador tiene su propio socket y el sistema reparte por dirección y puerto. Para muchísimas conexiones cortas, en Linux con Node 22.12 o posterior; en los demás casos, por turno. Una recarga puede perder algunas conexiones.</translation>
    </message>
    <message>
        <source>It runs with the rights of this user and group only.</source>
        <translation>Se ejecuta solo con los permisos de este usuario y grupo.</translation>
    </message>
    <message>
        <source>It runs as root, as Tropero does. Name a user to give it no more rights than it needs.</source>
        <translation>Se ejecuta como root, igual que Tropero. Indique un usuario para no darle más permisos de los que necesita.</translation>
    </message>
    <message>
        <source>Only root may run an app as somebody else, and Tropero does not run as root here: unless this is you, it will not start.</source>
        <translation>Solo root puede ejecutar una aplicación como otro usuario, y aquí Tropero no se ejecuta como root: a menos que sea usted, no arrancará.</translation>
    </message>
    <message>
        <source>It runs as you. Only root may run an app as somebody else.</source>
        <translation>Se ejecuta como usted. Solo root puede ejecutar una aplicación como otro usuario.</translation>
    </message>
    <message>
        <source>On Windows an app runs as you: with a user or group it will not start.</source>
        <translation>En Windows una aplicación se ejecuta como usted: con un usuario o grupo no arrancará.</translation>
    </message>
    <message>
        <source>It runs as you. On Windows it cannot be somebody else.</source>
        <translation>Se ejecuta como usted. En Windows no puede ser otro usuario.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recarga</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Por turno</translation>
    </message>
    <message>
        <source>By the system, from one socket</source>
        <translation>Por el sistema, desde un socket</translation>
    </message>
    <message>
        <source>By the system, a socket for each worker</source>
        <translation>Por el sistema, un socket por trabajador</translation>
    </message>
    <message>
        <source>Cluster and user</source>
        <translation>Clúster y usuario</translation>
    </message>
</context>
<context>
    <name>LaunchForm</name>
    <message>
        <source>Cannot launch this</source>
        <translation>Esto no se puede lanzar</translation>
    </message>
    <message>
        <source>Choose a script or name a program</source>
        <translation>Elija un script o nombre un programa</translation>
    </message>
    <message>
        <source>This is a folder; choose a file in it</source>
        <translation>Esto es una carpeta; elija un archivo de ella</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>No existe ese archivo: %1</translation>
    </message>
    <message>
        <source>There is no program “%1” in PATH, and no such file in the working folder</source>
        <translation>No hay ningún programa «%1» en PATH, ni tal archivo en la carpeta de trabajo</translation>
    </message>
    <message>
        <source>There is no such folder: %1</source>
        <translation>No existe esa carpeta: %1</translation>
    </message>
    <message>
        <source>There is no program “%1” in PATH</source>
        <translation>No hay ningún programa «%1» en PATH</translation>
    </message>
    <message>
        <source>A cluster needs a script that Node runs; %1 is none. Choose its script, or fork mode</source>
        <translation>Un clúster necesita un script que ejecute Node; %1 no lo es. Elija su script o el modo fork</translation>
    </message>
</context>
<context>
    <name>LaunchPages</name>
    <message>
        <source>It counts as online as soon as its process runs; in a reload, when it listens as the old one did.</source>
        <translation>Se da por en línea en cuanto su proceso está en marcha; en una recarga, cuando escucha como lo hacía el anterior.</translation>
    </message>
    <message>
        <source>It counts as online %1.</source>
        <translation>Se da por en línea %1.</translation>
    </message>
    <message>
        <source>To stop it: %1.</source>
        <translation>Para pararla: %1.</translation>
    </message>
    <message>
        <source>No output is stored.</source>
        <translation>No se guarda la salida.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>al llegar a %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>después de %1</translation>
    </message>
    <message>
        <source>Its log files grow for as long as it runs.</source>
        <translation>Sus archivos de registro crecen mientras está en marcha.</translation>
    </message>
    <message numerus="yes">
        <source>A log file is put aside %1; %n of them are kept.</source>
        <translation>
            <numerusform>Un archivo de registro se rota %1; se conserva %n.</numerusform>
            <numerusform>Un archivo de registro se rota %1; se conservan %n.</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Chosen by Tropero</source>
        <translation>Elige Tropero</translation>
    </message>
    <message>
        <source>When its process runs</source>
        <translation>Cuando su proceso está en marcha</translation>
    </message>
    <message>
        <source>When it listens on a port or socket</source>
        <translation>Cuando escucha en un puerto o socket</translation>
    </message>
    <message>
        <source>When it says process.send(&apos;ready&apos;)</source>
        <translation>Cuando dice process.send(&apos;ready&apos;)</translation>
    </message>
    <message>
        <source>Readiness and stop</source>
        <translation>En línea y parada</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotación</translation>
    </message>
    <message>
        <source>Lines as they are written</source>
        <translation>Líneas tal como se escriben</translation>
    </message>
    <message>
        <source>One JSON object for each line</source>
        <translation>Un objeto JSON por línea</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
</context>
<context>
    <name>LaunchSchedule</name>
    <message>
        <source>An instance that uses more than %1 is restarted.</source>
        <translation>Se reinicia una instancia que usa más de %1.</translation>
    </message>
    <message>
        <source>It may use as much memory as there is.</source>
        <translation>Puede usar toda la memoria que haya.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>At launch</source>
        <translation>Al lanzar</translation>
    </message>
    <message>
        <source>Limits and schedule</source>
        <translation>Límites y horario</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Próximas: %1</translation>
    </message>
</context>
<context>
    <name>LaunchWatch</name>
    <message>
        <source>Nothing is watched: it is restarted by you, by the clock or after a crash only.</source>
        <translation>No se vigila nada: solo se reinicia a mano, por el horario o después de un fallo.</translation>
    </message>
    <message>
        <source>Its workers are replaced one after another when a file changes: %1.</source>
        <translation>Sus trabajadores se sustituyen uno tras otro cuando cambia un archivo: %1.</translation>
    </message>
    <message>
        <source>It is restarted when a file changes: %1.</source>
        <translation>Se reinicia cuando cambia un archivo: %1.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilancia</translation>
    </message>
    <message>
        <source>Restart when files change</source>
        <translation>Reiniciar al cambiar archivos</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Folders and files to watch, with blanks between them; otherwise the whole working folder</source>
        <translation>Carpetas y archivos que se vigilan, separados por espacios; si no, toda la carpeta de trabajo</translation>
    </message>
    <message>
        <source>the working folder</source>
        <translation>la carpeta de trabajo</translation>
    </message>
</context>
<context>
    <name>ListCommand</name>
    <message>
        <source>list [options]</source>
        <translation>list [opciones]</translation>
    </message>
    <message>
        <source>The table takes the form that fits the terminal. &quot;restarts&quot; counts since the app was created or reset.
cpu (of one core) and mem are sums over all processes of an instance.</source>
        <translation>La tabla toma la forma que cabe en el terminal. «reinicios» cuenta desde que la aplicación se creó o se puso a cero.
cpu (de un núcleo) y mem son sumas de todos los procesos de una instancia.</translation>
    </message>
    <message>
        <source>Print the apps as JSON</source>
        <translation>Imprime las aplicaciones como JSON</translation>
    </message>
    <message>
        <source>FIELD[:desc]</source>
        <translation>CAMPO[:desc]</translation>
    </message>
    <message>
        <source>Sort by name, namespace, id, pid, cpu, memory, uptime, restarts or status (default: id)</source>
        <translation>Ordena por name, namespace, id, pid, cpu, memory, uptime, restarts o status (por omisión: id)</translation>
    </message>
    <message>
        <source>Show it anew every second, until &quot;q&quot; or Ctrl+C</source>
        <translation>Mostrarla de nuevo cada segundo, hasta «q» o Ctrl+C</translation>
    </message>
    <message>
        <source>Needs a terminal</source>
        <translation>Necesita una terminal</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Omítalo</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>espacio de nombres</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>modo</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>uptime</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>reinicios</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>mem</source>
        <translation>mem</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>starts again in %1</source>
        <translation>arranca de nuevo en %1</translation>
    </message>
    <message>
        <source>%1 of output could not be stored</source>
        <translation>%1 de salida no se pudieron guardar</translation>
    </message>
    <message>
        <source>No apps yet. Start one with: tropero start SCRIPT</source>
        <translation>Todavía no hay aplicaciones. Arranque una con: tropero start SCRIPT</translation>
    </message>
    <message>
        <source>Cannot sort by</source>
        <translation>No se puede ordenar por</translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation>se conocen %1</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>Cannot sort in the direction</source>
        <translation>No se puede ordenar en la dirección</translation>
    </message>
    <message>
        <source>Write asc or desc</source>
        <translation>Escriba asc o desc</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>vigilancia</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>activada</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>desactivada</translation>
    </message>
</context>
<context>
    <name>ListenSockets</name>
    <message>
        <source>Cannot listen on the address</source>
        <translation>No se puede escuchar en la dirección</translation>
    </message>
    <message>
        <source>Write a port, host:port, [IPv6 address]:port or the absolute path of a socket</source>
        <translation>Escriba un puerto, host:puerto, [dirección IPv6]:puerto o la ruta absoluta de un socket</translation>
    </message>
    <message>
        <source>an IPv6 address must stand in brackets</source>
        <translation>una dirección IPv6 debe ir entre corchetes</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a port nor an absolute path</source>
        <translation>«%1» no es ni un puerto ni una ruta absoluta</translation>
    </message>
    <message>
        <source>%1 is no port: the highest is 65535</source>
        <translation>%1 no es un puerto: el mayor es 65535</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (proceso %2)</translation>
    </message>
    <message>
        <source>another user&apos;s process</source>
        <translation>un proceso de otro usuario</translation>
    </message>
    <message>
        <source>the port %1 is in use</source>
        <translation>el puerto %1 está en uso</translation>
    </message>
    <message>
        <source>the port %1 is in use by %2</source>
        <translation>el puerto %1 lo usa %2</translation>
    </message>
    <message>
        <source>Stop that one or choose another port</source>
        <translation>Pare ese proceso o elija otro puerto</translation>
    </message>
    <message>
        <source>ports below 1024 are for the system&apos;s administrator</source>
        <translation>los puertos menores de 1024 son para el administrador del sistema</translation>
    </message>
    <message>
        <source>Choose a port from 1024 on, or allow it (sudo sysctl net.ipv4.ip_unprivileged_port_start=%1)</source>
        <translation>Elija un puerto a partir de 1024 o permítalo (sudo sysctl net.ipv4.ip_unprivileged_port_start=%1)</translation>
    </message>
    <message>
        <source>this machine has no such address</source>
        <translation>esta máquina no tiene esa dirección</translation>
    </message>
    <message>
        <source>Leave the host out to listen on all of its addresses</source>
        <translation>Deje fuera el host para escuchar en todas sus direcciones</translation>
    </message>
    <message>
        <source>the host &quot;%1&quot; is not known (%2)</source>
        <translation>el host «%1» no se conoce (%2)</translation>
    </message>
    <message>
        <source>Check its name, or leave it out to listen on all addresses of this machine</source>
        <translation>Compruebe su nombre, o déjelo fuera para escuchar en todas las direcciones de esta máquina</translation>
    </message>
    <message>
        <source>the path is longer than the %1 bytes that a socket can have</source>
        <translation>la ruta es más larga que los %1 bytes que puede tener un socket</translation>
    </message>
    <message>
        <source>Choose a shorter path</source>
        <translation>Elija una ruta más corta</translation>
    </message>
    <message>
        <source>there is a file of that name that is no socket</source>
        <translation>hay un archivo de ese nombre que no es un socket</translation>
    </message>
    <message>
        <source>Remove it or choose another path</source>
        <translation>Bórrelo o elija otra ruta</translation>
    </message>
    <message>
        <source>another program listens on it</source>
        <translation>otro programa escucha en él</translation>
    </message>
    <message>
        <source>there is a socket of another user</source>
        <translation>hay un socket de otro usuario</translation>
    </message>
    <message>
        <source>Stop that program or choose another path</source>
        <translation>Pare ese programa o elija otra ruta</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>la carpeta %1 no existe</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Créela</translation>
    </message>
    <message>
        <source>sockets that programs share are not possible on Windows</source>
        <translation>los sockets compartidos por programas no son posibles en Windows</translation>
    </message>
    <message>
        <source>Leave &quot;listen&quot; out and use a Node cluster, or one instance</source>
        <translation>Deje fuera «listen» y use un clúster de Node, o una sola instancia</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <source>Cannot save the log</source>
        <translation>No se puede guardar el registro</translation>
    </message>
</context>
<context>
    <name>LogFile</name>
    <message>
        <source>Cannot write the log</source>
        <translation>No se puede escribir el registro</translation>
    </message>
    <message>
        <source>the folder cannot be created</source>
        <translation>la carpeta no se puede crear</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>Compruebe sus permisos</translation>
    </message>
</context>
<context>
    <name>LogPattern</name>
    <message>
        <source>The expression cannot be used</source>
        <translation>La expresión no se puede usar</translation>
    </message>
    <message>
        <source>its repetitions make it too large</source>
        <translation>sus repeticiones la hacen demasiado grande</translation>
    </message>
    <message>
        <source>&apos;)&apos; without &apos;(&apos;</source>
        <translation>«)» sin «(»</translation>
    </message>
    <message>
        <source>at character %1</source>
        <translation>en el carácter %1</translation>
    </message>
    <message>
        <source>too many brackets inside each other</source>
        <translation>demasiados paréntesis anidados</translation>
    </message>
    <message>
        <source>more than %1 repetitions</source>
        <translation>más de %1 repeticiones</translation>
    </message>
    <message>
        <source>the numbers in {} are in the wrong order</source>
        <translation>los números dentro de {} están en orden inverso</translation>
    </message>
    <message>
        <source>nothing to repeat before &apos;%1&apos;</source>
        <translation>no hay nada que repetir delante de «%1»</translation>
    </message>
    <message>
        <source>only (?i) is understood after &apos;(?i&apos;</source>
        <translation>después de «(?i» solo se entiende (?i)</translation>
    </message>
    <message>
        <source>look-behind is not supported: it can take forever</source>
        <translation>la búsqueda hacia atrás (look-behind) no se admite: puede no acabar nunca</translation>
    </message>
    <message>
        <source>look-ahead is not supported: it can take forever</source>
        <translation>la búsqueda anticipada (look-ahead) no se admite: puede no acabar nunca</translation>
    </message>
    <message>
        <source>unknown kind of bracket</source>
        <translation>tipo de paréntesis desconocido</translation>
    </message>
    <message>
        <source>&apos;)&apos; is missing</source>
        <translation>falta «)»</translation>
    </message>
    <message>
        <source>&apos;}&apos; is missing</source>
        <translation>falta «}»</translation>
    </message>
    <message>
        <source>unknown escape &apos;\%1&apos;</source>
        <translation>secuencia de escape desconocida «\%1»</translation>
    </message>
    <message>
        <source>&apos;\&apos; at the end</source>
        <translation>«\» al final</translation>
    </message>
    <message>
        <source>references to earlier groups are not supported: they can take forever</source>
        <translation>las referencias a grupos anteriores no se admiten: pueden no acabar nunca</translation>
    </message>
    <message>
        <source>unknown class [:%1:]</source>
        <translation>clase desconocida [:%1:]</translation>
    </message>
    <message>
        <source>a range in [] is in the wrong order</source>
        <translation>un intervalo dentro de [] está en orden inverso</translation>
    </message>
    <message>
        <source>&apos;]&apos; is missing</source>
        <translation>falta «]»</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>No apps yet; waiting for output (Ctrl+C ends)</source>
        <translation>Todavía no hay aplicaciones; esperando salida (Ctrl+C termina)</translation>
    </message>
    <message>
        <source>The last %1 lines, then what follows (Ctrl+C ends)</source>
        <translation>Las últimas %1 líneas, y después lo que siga (Ctrl+C termina)</translation>
    </message>
</context>
<context>
    <name>LoginItem</name>
    <message>
        <source>Cannot remove the file that starts Tropero at login</source>
        <translation>No se puede borrar el archivo que arranca Tropero al iniciar sesión</translation>
    </message>
    <message>
        <source>Cannot make the folder of programs that start at login</source>
        <translation>No se puede crear la carpeta de los programas que arrancan al iniciar sesión</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>No se puede cambiar lo que arranca al iniciar sesión</translation>
    </message>
</context>
<context>
    <name>LogsCommand</name>
    <message>
        <source>logs [target] [options]</source>
        <translation>logs [objetivo] [opciones]</translation>
    </message>
    <message>
        <source>Both streams are shown in the order in which they were written; a red bar marks lines of the error stream.
Follows through restarts, rotation, and the loss of the daemon, until Ctrl+C.</source>
        <translation>Las dos salidas se muestran en el orden en que se escribieron; una barra roja marca las líneas de la salida de errores.
Sigue a través de reinicios, rotaciones y la pérdida del demonio, hasta Ctrl+C.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>How many of the last lines to show first (default: 15)</source>
        <translation>Cuántas de las últimas líneas se muestran primero (por omisión: 15)</translation>
    </message>
    <message>
        <source>Print these and end</source>
        <translation>Imprime esas y termina</translation>
    </message>
    <message>
        <source>Only the error stream</source>
        <translation>Solo la salida de errores</translation>
    </message>
    <message>
        <source>Only the standard output</source>
        <translation>Solo la salida estándar</translation>
    </message>
    <message>
        <source>The lines alone, as they were written</source>
        <translation>Solo las líneas, tal como se escribieron</translation>
    </message>
    <message>
        <source>One JSON object for each line</source>
        <translation>Un objeto JSON por línea</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMATO</translation>
    </message>
    <message>
        <source>Show when each line was written (default: YYYY-MM-DD-HH:mm:ss)</source>
        <translation>Muestra cuándo se escribió cada línea (por omisión: YYYY-MM-DD-HH:mm:ss)</translation>
    </message>
    <message>
        <source>Not a number of lines</source>
        <translation>No es un número de líneas</translation>
    </message>
    <message>
        <source>Write --lines 100</source>
        <translation>Escriba --lines 100</translation>
    </message>
    <message>
        <source>&quot;timestamp=... app=... id=... type=... message=...&quot; for each line</source>
        <translation>«timestamp=... app=... id=... type=... message=...» por cada línea</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>Show this text in reverse wherever it stands</source>
        <translation>Mostrar este texto en vídeo inverso donde aparezca</translation>
    </message>
</context>
<context>
    <name>MachineList</name>
    <message>
        <source>Not a port</source>
        <translation>No es un puerto</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no protocol</source>
        <translation>«%1» no es un protocolo</translation>
    </message>
    <message>
        <source>Write 3000, 3000/tcp or 3000/udp</source>
        <translation>Escriba 3000, 3000/tcp o 3000/udp</translation>
    </message>
    <message>
        <source>ports are numbers from 1 to 65535</source>
        <translation>los puertos son números de 1 a 65535</translation>
    </message>
    <message>
        <source>%1 (guard)</source>
        <translation>%1 (guarda)</translation>
    </message>
    <message>
        <source>%1 (id %2)</source>
        <translation>%1 (id %2)</translation>
    </message>
</context>
<context>
    <name>MonitCommand</name>
    <message>
        <source>monit [target]</source>
        <translation>monit [objetivo]</translation>
    </message>
    <message>
        <source>Figures once a second, and the log of the chosen app. Keys: arrows, PgUp, PgDn, r restart, l reload, s stop or start, q quit.</source>
        <translation>Cifras cada segundo y el registro de la aplicación elegida. Teclas: flechas, RePág, AvPág, r reinicia, l recarga, s detiene o arranca, q sale.</translation>
    </message>
    <message>
        <source>Needs a terminal</source>
        <translation>Necesita una terminal</translation>
    </message>
    <message>
        <source>Use &quot;tropero list&quot; or &quot;tropero logs&quot;</source>
        <translation>Use «tropero list» o «tropero logs»</translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>mem</source>
        <translation>mem</translation>
    </message>
    <message>
        <source>uptime</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>reinicios</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n en línea</numerusform>
            <numerusform>%n en línea</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errored</source>
        <translation>
            <numerusform>%n con error</numerusform>
            <numerusform>%n con error</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>starts again in %1</source>
        <translation>arranca de nuevo en %1</translation>
    </message>
    <message>
        <source>No apps yet. Start one with: tropero start SCRIPT</source>
        <translation>Aún no hay aplicaciones. Arranque una con: tropero start SCRIPT</translation>
    </message>
    <message>
        <source>Log of %1 (id %2)</source>
        <translation>Registro de %1 (id %2)</translation>
    </message>
    <message>
        <source>↑ ↓ choose   PgUp PgDn log   r restart   l reload   s stop or start   q quit</source>
        <translation>↑ ↓ elegir   RePág AvPág registro   r reiniciar   l recargar   s detener o arrancar   q salir</translation>
    </message>
</context>
<context>
    <name>NodeConfig</name>
    <message>
        <source>Cannot read the config file</source>
        <translation>No se puede leer el archivo de configuración</translation>
    </message>
    <message>
        <source>Install Node.js, or write the config file as JSON or YAML</source>
        <translation>Instale Node.js, o escriba el archivo de configuración como JSON o YAML</translation>
    </message>
    <message>
        <source>it did not finish within %1 seconds</source>
        <translation>no acabó en %1 segundos</translation>
    </message>
    <message>
        <source>it prints without end</source>
        <translation>imprime sin fin</translation>
    </message>
    <message>
        <source>A config file should only export its apps</source>
        <translation>Un archivo de configuración solo debe exportar sus aplicaciones</translation>
    </message>
    <message>
        <source>Node ended with exit code %1 before the module had been evaluated</source>
        <translation>Node terminó con el código de salida %1 antes de evaluar el módulo</translation>
    </message>
    <message>
        <source>Node says:
%1</source>
        <translation>Node dice:
%1</translation>
    </message>
    <message>
        <source>the &quot;node&quot; in PATH is %1, which cannot read TypeScript</source>
        <translation>el «node» de PATH es %1, que no puede leer TypeScript</translation>
    </message>
    <message>
        <source>It takes Node 22.18 (of the 23 series 23.6) or newer; or write the config file as JavaScript, JSON or YAML</source>
        <translation>Hace falta Node 22.18 (de la serie 23, 23.6) o posterior; o escriba el archivo de configuración en JavaScript, JSON o YAML</translation>
    </message>
    <message>
        <source>&quot;node&quot;, which evaluates JavaScript and TypeScript config files, is not in PATH</source>
        <translation>«node», que evalúa los archivos de configuración de JavaScript y TypeScript, no está en PATH</translation>
    </message>
</context>
<context>
    <name>NodeVersions</name>
    <message>
        <source>Cannot find that version of Node</source>
        <translation>No se encuentra esa versión de Node</translation>
    </message>
    <message>
        <source>its names refer to each other in a circle</source>
        <translation>sus nombres remiten unos a otros en círculo</translation>
    </message>
    <message>
        <source>Set &quot;interpreter&quot; to a version, such as node@20</source>
        <translation>Ponga en «interpreter» una versión, como node@20</translation>
    </message>
    <message>
        <source>no version stands behind the @</source>
        <translation>no hay ninguna versión detrás de la @</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a version nor a name that nvm knows</source>
        <translation>«%1» no es ni una versión ni un nombre que nvm conozca</translation>
    </message>
    <message>
        <source>Write node@20, node@20.11, node@20.11.1, node@lts, node@lts/iron, node@latest or node@.nvmrc</source>
        <translation>Escriba node@20, node@20.11, node@20.11.1, node@lts, node@lts/iron, node@latest o node@.nvmrc</translation>
    </message>
    <message>
        <source>%1 says &quot;%2&quot;: %3</source>
        <translation>%1 dice «%2»: %3</translation>
    </message>
    <message>
        <source>neither %1 nor a folder above it has a .nvmrc, .node-version or .tool-versions, or a package.json with &quot;volta&quot;</source>
        <translation>ni %1 ni ninguna carpeta por encima tiene .nvmrc, .node-version o .tool-versions, ni un package.json con «volta»</translation>
    </message>
    <message>
        <source>Write the version into a file .nvmrc there, or set &quot;interpreter&quot; to a version, such as node@20</source>
        <translation>Escriba la versión en un archivo .nvmrc ahí, o ponga en «interpreter» una versión, como node@20</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>no version %1 is installed</source>
        <translation>no hay instalada ninguna versión %1</translation>
    </message>
    <message>
        <source>no version %1 is installed, which %2 asks for</source>
        <translation>no hay instalada ninguna versión %1, que es la que pide %2</translation>
    </message>
    <message>
        <source>there is none at all</source>
        <translation>no hay ninguna</translation>
    </message>
    <message>
        <source>there are %1</source>
        <translation>hay %1</translation>
    </message>
    <message>
        <source>looked in %1</source>
        <translation>se buscó en %1</translation>
    </message>
    <message>
        <source>Install it (%1), or set &quot;interpreter&quot; to one of those</source>
        <translation>Instálela (%1), o ponga en «interpreter» una de esas</translation>
    </message>
</context>
<context>
    <name>NodesCommand</name>
    <message>
        <source>nodes [options]</source>
        <translation>nodes [opciones]</translation>
    </message>
    <message>
        <source>Lists every Node, Bun and Deno process of yours, whether Tropero looks after it or not; where it does, the app is named.
The project is the name in the nearest package.json. cpu is of one core, over a quarter of a second. Needs no daemon.</source>
        <translation>Muestra todos los procesos propios de Node, Bun y Deno, los cuide Tropero o no; si los cuida, se nombra la aplicación.
El proyecto es el nombre del package.json más cercano. cpu es de un núcleo, en un cuarto de segundo. No necesita el daemon.</translation>
    </message>
    <message>
        <source>Print the processes as JSON</source>
        <translation>Imprime los procesos como JSON</translation>
    </message>
    <message>
        <source>No Node, Bun or Deno process of yours is running.</source>
        <translation>No hay en marcha ningún proceso propio de Node, Bun o Deno.</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>script</source>
        <translation>script</translation>
    </message>
    <message>
        <source>app</source>
        <translation>aplicación</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>puertos</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>mem</source>
        <translation>mem</translation>
    </message>
    <message>
        <source>uptime</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyecto</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>padre</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 gave up</source>
        <translation>%1 se rindió</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 falló</translation>
    </message>
</context>
<context>
    <name>OptionParser</name>
    <message>
        <source>Unknown option</source>
        <translation>Opción desconocida</translation>
    </message>
    <message>
        <source>Options of the app itself come after &quot;--&quot;; --help lists those of the command</source>
        <translation>Las opciones de la propia aplicación van después de «--»; --help lista las de la orden</translation>
    </message>
    <message>
        <source>Did you mean --%1?</source>
        <translation>¿Quiso decir --%1?</translation>
    </message>
    <message>
        <source>A value is missing after the option</source>
        <translation>Falta un valor después de la opción</translation>
    </message>
    <message>
        <source>Write --%1 %2</source>
        <translation>Escriba --%1 %2</translation>
    </message>
    <message>
        <source>The option takes no value</source>
        <translation>La opción no lleva valor</translation>
    </message>
</context>
<context>
    <name>OutputPipe</name>
    <message>
        <source>Cannot make a pipe for the output</source>
        <translation>No se puede crear una tubería para la salida</translation>
    </message>
    <message>
        <source>Cannot write the output to the log file</source>
        <translation>No se puede escribir la salida en el archivo de registro</translation>
    </message>
    <message>
        <source>Cannot move the output to the log file directly</source>
        <translation>No se puede pasar la salida directamente al archivo de registro</translation>
    </message>
</context>
<context>
    <name>PackageJson</name>
    <message>
        <source>line %1, column %2</source>
        <translation>línea %1, columna %2</translation>
    </message>
    <message>
        <source>Cannot read the package</source>
        <translation>No se puede leer el paquete</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Correct the file</source>
        <translation>Corrija el archivo</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>no es un objeto JSON</translation>
    </message>
</context>
<context>
    <name>PidCommand</name>
    <message>
        <source>pid [target]</source>
        <translation>pid [objetivo]</translation>
    </message>
    <message>
        <source>One process id a line, 0 for an instance without a process. An empty line when there is no such app.</source>
        <translation>Un id de proceso por línea, 0 para una instancia sin proceso. Una línea vacía si no hay tal aplicación.</translation>
    </message>
</context>
<context>
    <name>PingCommand</name>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>Starts the daemon when it is not running.</source>
        <translation>Arranca el demonio si no está en marcha.</translation>
    </message>
</context>
<context>
    <name>Pm2Hints</name>
    <message>
        <source>Tropero stores every change at once; there is nothing to save</source>
        <translation>Tropero guarda cada cambio en seguida; no hay nada que guardar</translation>
    </message>
    <message>
        <source>Use &quot;tropero daemon restart&quot;; the apps go on meanwhile</source>
        <translation>Use «tropero daemon restart»; las aplicaciones siguen mientras tanto</translation>
    </message>
    <message>
        <source>Tropero rotates logs by itself; see log_max_size and log_keep in &quot;tropero schema&quot;</source>
        <translation>Tropero rota los registros por sí mismo; vea log_max_size y log_keep en «tropero schema»</translation>
    </message>
    <message>
        <source>Use &quot;tropero monit&quot;, or open the window with &quot;tropero-desktop&quot;</source>
        <translation>Use «tropero monit» o abra la ventana con «tropero-desktop»</translation>
    </message>
</context>
<context>
    <name>PolicySentence</name>
    <message>
        <source>When it is started again</source>
        <translation>Cuándo se arranca de nuevo</translation>
    </message>
    <message>
        <source>whenever it ends</source>
        <comment>Start it again ...</comment>
        <translation>siempre que termine</translation>
    </message>
    <message>
        <source>when it crashes</source>
        <comment>Start it again ...</comment>
        <translation>cuando falle</translation>
    </message>
    <message>
        <source>never</source>
        <comment>Start it again ...</comment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Pause before it</source>
        <translation>Pausa antes</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>Start it again when it crashes ...</comment>
        <translation>en seguida</translation>
    </message>
    <message>
        <source>after a pause of</source>
        <comment>Start it again when it crashes ...</comment>
        <translation>tras una pausa de</translation>
    </message>
    <message>
        <source>after a growing pause, at first</source>
        <comment>Start it again when it crashes ...</comment>
        <translation>tras una pausa creciente, primero de</translation>
    </message>
    <message>
        <source>Length of the pause</source>
        <translation>Duración de la pausa</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Primera pausa</translation>
    </message>
    <message>
        <source>How many times longer each pause is</source>
        <translation>Cuántas veces más larga es cada pausa</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pausa máxima</translation>
    </message>
    <message>
        <source>Crashes until it is given up</source>
        <translation>Fallos hasta rendirse</translation>
    </message>
    <message>
        <source>Time in which crashes are counted</source>
        <translation>Tiempo en el que se cuentan los fallos</translation>
    </message>
    <message>
        <source>Run after which crashes are forgotten</source>
        <translation>Ejecución que hace olvidar los fallos</translation>
    </message>
    <message>
        <source>Start it again %1.</source>
        <comment>%1: when</comment>
        <translation>Arrancarla de nuevo: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Start it again %1, %2. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: at once</comment>
        <translation>
            <numerusform>Arrancarla de nuevo %1, %2. Rendirse tras %7 fallo en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
            <numerusform>Arrancarla de nuevo %1, %2. Rendirse tras %7 fallos en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start it again %1, %2 %3. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: after a pause of, %3: duration</comment>
        <translation>
            <numerusform>Arrancarla de nuevo %1, %2 %3. Rendirse tras %7 fallo en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
            <numerusform>Arrancarla de nuevo %1, %2 %3. Rendirse tras %7 fallos en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start it again %1, %2 %4, each time %5 times longer, up to %6. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.</source>
        <comment>%1: when, %2: after a growing pause, %4, %6: durations, %5: factor</comment>
        <translation>
            <numerusform>Arrancarla de nuevo %1, %2 %4, cada vez %5 veces más larga, hasta %6. Rendirse tras %7 fallo en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
            <numerusform>Arrancarla de nuevo %1, %2 %4, cada vez %5 veces más larga, hasta %6. Rendirse tras %7 fallos en %8; una ejecución de %9 hace olvidar los anteriores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Whenever it ends</source>
        <translation>Siempre que termine</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Cuando falle</translation>
    </message>
    <message>
        <source>after %1 at first, %2 times longer each time, at most %3</source>
        <translation>después de %1 al principio, %2 veces más cada vez, como mucho %3</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>después de %1</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>en seguida</translation>
    </message>
    <message>
        <source>not after exit code %1</source>
        <translation>no después del código de salida %1</translation>
    </message>
    <message>
        <source>until %1 crashes within %2</source>
        <translation>hasta %1 fallos en %2</translation>
    </message>
    <message>
        <source>and when it uses more than %1</source>
        <translation>y cuando usa más de %1</translation>
    </message>
    <message>
        <source>all its processes</source>
        <translation>todos sus procesos</translation>
    </message>
    <message>
        <source>its main process</source>
        <translation>su proceso principal</translation>
    </message>
    <message>
        <source>the message &apos;shutdown&apos;, whatever is left is killed after %1</source>
        <translation>el mensaje «shutdown»; lo que quede se mata después de %1</translation>
    </message>
    <message>
        <source>%1 to %2, whatever is left is killed after %3</source>
        <translation>%1 a %2; lo que quede se mata después de %3</translation>
    </message>
    <message>
        <source>when its process exists</source>
        <translation>cuando existe su proceso</translation>
    </message>
    <message>
        <source>when it listens</source>
        <translation>cuando escucha</translation>
    </message>
    <message>
        <source>when it says so</source>
        <translation>cuando ella lo dice</translation>
    </message>
    <message>
        <source>when %1 answers</source>
        <translation>cuando responde %1</translation>
    </message>
    <message>
        <source>%1 and %2 answers</source>
        <translation>%1 y responde %2</translation>
    </message>
    <message>
        <source>%1, or after %2</source>
        <translation>%1, o después de %2</translation>
    </message>
    <message>
        <source>the working folder</source>
        <translation>la carpeta de trabajo</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>solo %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>sin %1</translation>
    </message>
    <message>
        <source>the system chooses; all instances accept from the sockets %1</source>
        <translation>elige el sistema; todas las instancias aceptan de los sockets %1</translation>
    </message>
    <message>
        <source>rr: connections go to the workers in turn</source>
        <translation>rr: las conexiones van a los trabajadores por turno</translation>
    </message>
    <message>
        <source>none: the workers share one socket, the system chooses</source>
        <translation>none: los trabajadores comparten un socket, elige el sistema</translation>
    </message>
    <message>
        <source>reuseport: each worker has a socket of its own</source>
        <translation>reuseport: cada trabajador tiene un socket propio</translation>
    </message>
    <message>
        <source>On Windows a client that connects while a worker is replaced may be reset; with rr (in turn) none is.</source>
        <translation>En Windows puede cortarse la conexión de un cliente que llega mientras se sustituye un trabajador; con rr (por turno) no se corta ninguna.</translation>
    </message>
</context>
<context>
    <name>PortOwner</name>
    <message>
        <source>a program that the system hides from you</source>
        <translation>un programa que el sistema oculta</translation>
    </message>
    <message>
        <source>a program of the user %1</source>
        <translation>un programa del usuario %1</translation>
    </message>
    <message>
        <source>%1 (PID %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
</context>
<context>
    <name>PortsCommand</name>
    <message>
        <source>ports [port[/tcp|/udp]]</source>
        <translation>ports [puerto[/tcp|/udp]]</translation>
    </message>
    <message>
        <source>Lists the TCP ports that somebody listens on and the UDP ports in use, with the process that holds each. With a port: only that one;
the exit code is 1 when nobody holds it. Needs no daemon. The system hides the processes of other users: of those only the
user is shown.

  tropero ports          all
  tropero ports 3000     who holds port 3000</source>
        <translation>Muestra los puertos TCP en los que alguien escucha y los puertos UDP en uso, con el proceso que ocupa cada uno. Con un puerto: solo ese;
el código de salida es 1 si nadie lo ocupa. No necesita el daemon. El sistema oculta los procesos de otros usuarios: de ellos solo se
muestra el usuario.

  tropero ports          todos
  tropero ports 3000     quién ocupa el puerto 3000</translation>
    </message>
    <message>
        <source>Print the ports as JSON</source>
        <translation>Imprime los puertos como JSON</translation>
    </message>
    <message>
        <source>Nobody holds port %1.</source>
        <translation>Nadie ocupa el puerto %1.</translation>
    </message>
    <message>
        <source>Nobody holds a port.</source>
        <translation>Nadie ocupa ningún puerto.</translation>
    </message>
    <message>
        <source>port</source>
        <translation>puerto</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>process</source>
        <translation>proceso</translation>
    </message>
    <message>
        <source>app</source>
        <translation>aplicación</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyecto</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>unknown, of user %1</source>
        <translation>desconocido, del usuario %1</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> y %1 más</translation>
    </message>
</context>
<context>
    <name>PrettylistCommand</name>
    <message>
        <source>prettylist</source>
        <translation>prettylist</translation>
    </message>
</context>
<context>
    <name>ProbeAddress</name>
    <message>
        <source>The address of the readiness probe cannot be used</source>
        <translation>La dirección de la sonda de disponibilidad no se puede usar</translation>
    </message>
    <message>
        <source>Write http://host:port/path or tcp://host:port</source>
        <translation>Escriba http://host:puerto/ruta o tcp://host:puerto</translation>
    </message>
    <message>
        <source>it does not begin with http:// or tcp://</source>
        <translation>no empieza por http:// ni tcp://</translation>
    </message>
    <message>
        <source>https is not asked, because the probe has no certificates to trust</source>
        <translation>no se consulta https, porque la sonda no tiene certificados en los que confiar</translation>
    </message>
    <message>
        <source>Use http://, or tcp:// with the same port to wait until it accepts connections</source>
        <translation>Use http://, o tcp:// con el mismo puerto para esperar hasta que acepte conexiones</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither http nor tcp</source>
        <translation>«%1» no es ni http ni tcp</translation>
    </message>
    <message>
        <source>it is no valid address</source>
        <translation>no es una dirección válida</translation>
    </message>
    <message>
        <source>it contains a user name</source>
        <translation>contiene un nombre de usuario</translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation>no nombra ningún host</translation>
    </message>
    <message>
        <source>it names no port</source>
        <translation>no nombra ningún puerto</translation>
    </message>
    <message>
        <source>a path means nothing to tcp</source>
        <translation>una ruta no significa nada para tcp</translation>
    </message>
</context>
<context>
    <name>ProcessStart</name>
    <message>
        <source>Cannot start the process</source>
        <translation>No se puede arrancar el proceso</translation>
    </message>
    <message>
        <source>the pipes for its output are not open</source>
        <translation>las tuberías para su salida no están abiertas</translation>
    </message>
    <message>
        <source>Cannot open the file for writing</source>
        <translation>No se puede abrir el archivo para escribir</translation>
    </message>
    <message>
        <source>Cannot start the program</source>
        <translation>No se puede arrancar el programa</translation>
    </message>
    <message>
        <source>Cannot start the process as another user</source>
        <translation>No se puede arrancar el proceso como otro usuario</translation>
    </message>
    <message>
        <source>there is no such user</source>
        <translation>no existe ese usuario</translation>
    </message>
    <message>
        <source>Check the name</source>
        <translation>Compruebe el nombre</translation>
    </message>
    <message>
        <source>there is no such group</source>
        <translation>no existe ese grupo</translation>
    </message>
    <message>
        <source>only root may do that</source>
        <translation>solo root puede hacerlo</translation>
    </message>
    <message>
        <source>Run Tropero as root, or leave user and group out</source>
        <translation>Ejecute Tropero como root, o deje fuera usuario y grupo</translation>
    </message>
    <message>
        <source>this is not possible on Windows</source>
        <translation>esto no es posible en Windows</translation>
    </message>
    <message>
        <source>Leave user and group out</source>
        <translation>Deje fuera usuario y grupo</translation>
    </message>
    <message>
        <source>Cannot hand the sockets to the process</source>
        <translation>No se pueden pasar los sockets al proceso</translation>
    </message>
    <message>
        <source>%1 are more than the %2 that are possible</source>
        <translation>%1 son más que los %2 posibles</translation>
    </message>
    <message>
        <source>Cannot hand sockets to the process</source>
        <translation>No se pueden pasar sockets al proceso</translation>
    </message>
</context>
<context>
    <name>Processes</name>
    <message>
        <source>Cannot send %1 to the process</source>
        <translation>No se puede enviar %1 al proceso</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>ha terminado</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>pertenece a otro usuario</translation>
    </message>
    <message>
        <source>Unknown signal</source>
        <translation>Señal desconocida</translation>
    </message>
    <message>
        <source>signals have the numbers 1 to %1</source>
        <translation>las señales tienen los números 1 a %1</translation>
    </message>
    <message>
        <source>there is no signal of that name</source>
        <translation>no hay ninguna señal con ese nombre</translation>
    </message>
    <message>
        <source>Known are for example SIGINT, SIGTERM, SIGKILL, SIGHUP and SIGUSR2</source>
        <translation>Conocidas son por ejemplo SIGINT, SIGTERM, SIGKILL, SIGHUP y SIGUSR2</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quiso decir %1?</translation>
    </message>
    <message>
        <source>Windows has no such signal</source>
        <translation>Windows no tiene esa señal</translation>
    </message>
    <message>
        <source>Use SIGINT (Ctrl+C), SIGBREAK (Ctrl+Break) or SIGKILL</source>
        <translation>Use SIGINT (Ctrl+C), SIGBREAK (Ctrl+Inter) o SIGKILL</translation>
    </message>
</context>
<context>
    <name>Procfile</name>
    <message>
        <source>line %1 is not &quot;NAME: COMMAND&quot;</source>
        <translation>la línea %1 no es «NOMBRE: ORDEN»</translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message>
        <source>It has no profile at all: write env_%1 in its config file, or add one in the window</source>
        <translation>No tiene ningún perfil: escriba env_%1 en su archivo de configuración o añada uno en la ventana</translation>
    </message>
    <message>
        <source>It has: %1</source>
        <translation>Tiene: %1</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;? It has: %2</source>
        <translation>¿Quiso decir «%1»? Tiene: %2</translation>
    </message>
    <message>
        <source>Cannot choose the profile &quot;%1&quot;</source>
        <translation>No se puede elegir el perfil «%1»</translation>
    </message>
    <message>
        <source>the app has no env_%1</source>
        <translation>la aplicación no tiene env_%1</translation>
    </message>
</context>
<context>
    <name>ProgramResolver</name>
    <message>
        <source>Cannot start the app</source>
        <translation>No se puede arrancar la aplicación</translation>
    </message>
    <message>
        <source>no script or command is given</source>
        <translation>no se ha dado ningún script ni orden</translation>
    </message>
    <message>
        <source>Set &quot;script&quot; to a file or a program</source>
        <translation>Ponga en «script» un archivo o un programa</translation>
    </message>
    <message>
        <source>the working folder does not exist</source>
        <translation>la carpeta de trabajo no existe</translation>
    </message>
    <message>
        <source>Create it or set another one with &quot;cwd&quot;</source>
        <translation>Créela o ponga otra con «cwd»</translation>
    </message>
    <message>
        <source>the working folder is a file</source>
        <translation>la carpeta de trabajo es un archivo</translation>
    </message>
    <message>
        <source>Set &quot;cwd&quot; to a folder</source>
        <translation>Ponga en «cwd» una carpeta</translation>
    </message>
    <message>
        <source>it is a folder, not a program</source>
        <translation>es una carpeta, no un programa</translation>
    </message>
    <message>
        <source>It has a package.json: start its script with &quot;npm&quot; and the arguments &quot;run &lt;script&gt;&quot; in that folder</source>
        <translation>Tiene un package.json: arranque su script con «npm» y los argumentos «run &lt;script&gt;» en esa carpeta</translation>
    </message>
    <message>
        <source>Name the file in it that should run</source>
        <translation>Nombre el archivo de ella que debe ejecutarse</translation>
    </message>
    <message>
        <source>the file does not exist; looked in %1</source>
        <translation>el archivo no existe; se buscó en %1</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>la carpeta %1 no existe</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Compruebe la ruta</translation>
    </message>
    <message>
        <source>Check the path and the working folder</source>
        <translation>Compruebe la ruta y la carpeta de trabajo</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>Cannot start %1</source>
        <translation>No se puede arrancar %1</translation>
    </message>
    <message>
        <source>the interpreter may not be executed</source>
        <translation>el intérprete no se puede ejecutar</translation>
    </message>
    <message>
        <source>the interpreter does not exist; looked for %1</source>
        <translation>el intérprete no existe; se buscó %1</translation>
    </message>
    <message>
        <source>Set &quot;interpreter&quot; to a program that can run it, or to &quot;none&quot;</source>
        <translation>Ponga en «interpreter» un programa que pueda ejecutarlo, o «none»</translation>
    </message>
    <message>
        <source>the interpreter was not found because PATH is empty</source>
        <translation>el intérprete no se encontró porque PATH está vacío</translation>
    </message>
    <message>
        <source>the interpreter is not in PATH (%1)</source>
        <translation>el intérprete no está en PATH (%1)</translation>
    </message>
    <message>
        <source>Install it, or set &quot;interpreter&quot; to its full path</source>
        <translation>Instálelo o ponga en «interpreter» su ruta completa</translation>
    </message>
    <message>
        <source>the interpreter is a program for %1, this machine is %2</source>
        <translation>el intérprete es un programa para %1, esta máquina es %2</translation>
    </message>
    <message>
        <source>Install it for this machine</source>
        <translation>Instálelo para esta máquina</translation>
    </message>
    <message>
        <source>the file may not be read</source>
        <translation>el archivo no se puede leer</translation>
    </message>
    <message>
        <source>Change its permissions or its owner</source>
        <translation>Cambie sus permisos o su dueño</translation>
    </message>
    <message>
        <source>it is a program for %1, this machine is %2</source>
        <translation>es un programa para %1, esta máquina es %2</translation>
    </message>
    <message>
        <source>Get or build the program for this machine</source>
        <translation>Consiga o compile el programa para esta máquina</translation>
    </message>
    <message>
        <source>the file is not executable</source>
        <translation>el archivo no es ejecutable</translation>
    </message>
    <message>
        <source>Run chmod +x on it, or set &quot;interpreter&quot; to a program that can run it</source>
        <translation>Ejecute chmod +x con él, o ponga en «interpreter» un programa que pueda ejecutarlo</translation>
    </message>
    <message>
        <source>the program of its #! line does not exist</source>
        <translation>el programa de su línea #! no existe</translation>
    </message>
    <message>
        <source>The line ends with a carriage return: save the file with Unix line ends</source>
        <translation>La línea acaba con un retorno de carro: guarde el archivo con finales de línea de Unix</translation>
    </message>
    <message>
        <source>Install it, or set &quot;interpreter&quot;</source>
        <translation>Instálelo o defina «interpreter»</translation>
    </message>
    <message>
        <source>TypeScript runs with bun by default, and bun is not in PATH</source>
        <translation>TypeScript se ejecuta por omisión con bun, y bun no está en PATH</translation>
    </message>
    <message>
        <source>Install bun; or set &quot;interpreter&quot; to tsx or ts-node; or, with Node 22.6 and newer, to node with &quot;interpreter_args&quot; --experimental-strip-types; or start the compiled JavaScript</source>
        <translation>Instale bun; o ponga en «interpreter» tsx o ts-node; o, con Node 22.6 y posteriores, node con «interpreter_args» --experimental-strip-types; o arranque el JavaScript compilado</translation>
    </message>
    <message>
        <source>the file does not exist; looked in %1, and PATH is empty</source>
        <translation>el archivo no existe; se buscó en %1, y PATH está vacío</translation>
    </message>
    <message>
        <source>the file does not exist; looked in %1 and in the folders of PATH (%2)</source>
        <translation>el archivo no existe; se buscó en %1 y en las carpetas de PATH (%2)</translation>
    </message>
</context>
<context>
    <name>ProjectReader</name>
    <message>
        <source>It is run by a shell, since it has signs that only a shell understands</source>
        <translation>La ejecuta una consola, porque tiene signos que solo entiende una consola</translation>
    </message>
    <message>
        <source>Cannot read the project</source>
        <translation>No se puede leer el proyecto</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>no existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Compruebe la ruta</translation>
    </message>
    <message>
        <source>it may not be read</source>
        <translation>no hay permiso para leerlo</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>Compruebe sus permisos</translation>
    </message>
    <message>
        <source>it is neither a file nor a folder</source>
        <translation>no es ni un archivo ni una carpeta</translation>
    </message>
</context>
<context>
    <name>Protocol</name>
    <message>
        <source>Cannot reach the daemon</source>
        <translation>No se alcanza el demonio</translation>
    </message>
    <message>
        <source>The connection to the daemon was lost</source>
        <translation>Se perdió la conexión con el demonio</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>No hubo respuesta a tiempo</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Message refused</source>
        <translation>Mensaje rechazado</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes</source>
        <translation>es más largo de %1 bytes</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está anidado demasiado hondo</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>no es un objeto JSON</translation>
    </message>
    <message>
        <source>it is not a JSON-RPC 2.0 message</source>
        <translation>no es un mensaje JSON-RPC 2.0</translation>
    </message>
    <message>
        <source>method, id or params has the wrong type</source>
        <translation>method, id o params tiene un tipo incorrecto</translation>
    </message>
    <message>
        <source>it has neither method nor id</source>
        <translation>no tiene ni method ni id</translation>
    </message>
    <message>
        <source>it has neither result nor error</source>
        <translation>no tiene ni result ni error</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Unknown method</source>
        <translation>Método desconocido</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>Se perdió la conexión</translation>
    </message>
    <message>
        <source>Cannot listen for clients</source>
        <translation>No se puede atender a clientes</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>signal %1</source>
        <translation>señal %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>código de salida %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; restarts are off</source>
        <translation>%1; los reinicios están desactivados</translation>
    </message>
    <message>
        <source>%1; an exit code that means stop</source>
        <translation>%1; un código de salida que significa parar</translation>
    </message>
    <message>
        <source>%1; ended without failure</source>
        <translation>%1; terminó sin fallo</translation>
    </message>
    <message>
        <source>%1; restart at once</source>
        <translation>%1; reinicio en seguida</translation>
    </message>
    <message>
        <source>%1; restart in %2</source>
        <translation>%1; reinicio en %2</translation>
    </message>
    <message>
        <source>gave up at the first exit (limit %1); last %2</source>
        <translation>se rindió en la primera salida (límite %1); la última: %2</translation>
    </message>
    <message>
        <source>gave up: %1 crashes within %2 (limit %3 in %4); last %5</source>
        <translation>se rindió: %1 fallos en %2 (límite %3 en %4); el último: %5</translation>
    </message>
    <message>
        <source>not ready within %1 (%2); counted as online</source>
        <translation>no estuvo lista en %1 (%2); se cuenta como en línea</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2</source>
        <translation>%1; hubo que matarla después de %2</translation>
    </message>
    <message>
        <source>started by command</source>
        <translation>arrancada por una orden</translation>
    </message>
    <message>
        <source>stopped by command</source>
        <translation>detenida por una orden</translation>
    </message>
    <message>
        <source>restarted by command</source>
        <translation>reiniciada por una orden</translation>
    </message>
    <message>
        <source>reloaded by command</source>
        <translation>recargada por una orden</translation>
    </message>
    <message>
        <source>reload cancelled by command</source>
        <translation>recarga cancelada por una orden</translation>
    </message>
    <message>
        <source>deleted by command</source>
        <translation>eliminada por una orden</translation>
    </message>
    <message>
        <source>created by command</source>
        <translation>creada por una orden</translation>
    </message>
    <message>
        <source>scaled up by command</source>
        <translation>ampliada por una orden</translation>
    </message>
    <message>
        <source>scaled down by command</source>
        <translation>reducida por una orden</translation>
    </message>
    <message>
        <source>counters reset by command</source>
        <translation>contadores puestos a cero por una orden</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>cambió: %1</translation>
    </message>
    <message>
        <source>changed: %1; waits for a restart: %2</source>
        <translation>cambió: %1; espera un reinicio: %2</translation>
    </message>
    <message>
        <source>fewer instances by the config file</source>
        <translation>menos instancias según el archivo de configuración</translation>
    </message>
    <message>
        <source>back from the list of the last shutdown</source>
        <translation>de vuelta de la lista del último apagado</translation>
    </message>
    <message>
        <source>started with its app</source>
        <translation>arrancada con su aplicación</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>output is being lost: %1</source>
        <translation>se está perdiendo salida: %1</translation>
    </message>
    <message>
        <source>output is stored again; %1 (%2 bytes) were lost</source>
        <translation>la salida se guarda de nuevo; se perdieron %1 (%2 bytes)</translation>
    </message>
    <message>
        <source>memory %1 is over the limit of %2</source>
        <translation>la memoria, %1, supera el límite de %2</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 cambió</translation>
    </message>
    <message numerus="yes">
        <source>%1 and others changed (%n files)</source>
        <translation>
            <numerusform>%1 y otros cambiaron (%n archivo)</numerusform>
            <numerusform>%1 y otros cambiaron (%n archivos)</numerusform>
        </translation>
    </message>
    <message>
        <source>many files changed</source>
        <translation>cambiaron muchos archivos</translation>
    </message>
    <message>
        <source>scheduled (%1)</source>
        <translation>programado (%1)</translation>
    </message>
    <message>
        <source>it was not ready within %1 (listen_timeout): %2</source>
        <translation>no estuvo lista en %1 (listen_timeout): %2</translation>
    </message>
    <message>
        <source>it ended before it was ready: %1</source>
        <translation>terminó antes de estar lista: %1</translation>
    </message>
    <message>
        <source>%1
Its last lines on stderr:
%2</source>
        <translation>%1
Sus últimas líneas en stderr:
%2</translation>
    </message>
    <message>
        <source>its readiness probe got no answer</source>
        <translation>su prueba de disponibilidad no obtuvo respuesta</translation>
    </message>
    <message>
        <source>%1 gave no answer within 2 seconds</source>
        <translation>%1 no respondió en 2 segundos</translation>
    </message>
    <message>
        <source>%1 gave an answer that is no HTTP</source>
        <translation>%1 dio una respuesta que no es HTTP</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 respondió %2</translation>
    </message>
    <message>
        <source>%1 refuses the connection</source>
        <translation>%1 rechaza la conexión</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer</source>
        <translation>%1 cerró la conexión sin respuesta</translation>
    </message>
    <message>
        <source>the host %1 is not known</source>
        <translation>el host %1 no se conoce</translation>
    </message>
    <message>
        <source>it does not listen on any port</source>
        <translation>no escucha en ningún puerto</translation>
    </message>
    <message>
        <source>it did not send the message &apos;ready&apos;</source>
        <translation>no envió el mensaje «ready»</translation>
    </message>
    <message>
        <source>it did not start</source>
        <translation>no arrancó</translation>
    </message>
    <message>
        <source>its connection for messages was closed: %1</source>
        <translation>su conexión de mensajes se cerró: %1</translation>
    </message>
    <message>
        <source>it does not read what it is sent</source>
        <translation>no lee lo que se le envía</translation>
    </message>
    <message>
        <source>it sent a line longer than %1 bytes</source>
        <translation>envió una línea de más de %1 bytes</translation>
    </message>
    <message>
        <source>it sent a line that is no JSON object</source>
        <translation>envió una línea que no es un objeto JSON</translation>
    </message>
    <message>
        <source>its channel to the primary is unusable: %1</source>
        <translation>su canal al primario no sirve: %1</translation>
    </message>
    <message>
        <source>it closed its channel to the primary</source>
        <translation>cerró su canal al primario</translation>
    </message>
    <message>
        <source>the primary ended (%1)</source>
        <translation>el primario terminó (%1)</translation>
    </message>
    <message>
        <source>the primary does not answer and was killed</source>
        <translation>el primario no responde y se mató</translation>
    </message>
    <message>
        <source>the primary: %1</source>
        <translation>el primario: %1</translation>
    </message>
    <message>
        <source>its guard was told to end</source>
        <translation>se ordenó terminar a su guarda</translation>
    </message>
    <message>
        <source>its guard was asked to end</source>
        <translation>se pidió terminar a su guarda</translation>
    </message>
    <message>
        <source>the guard was lost</source>
        <translation>se perdió el guarda</translation>
    </message>
    <message>
        <source>the guard was lost while it was ending</source>
        <translation>se perdió el guarda mientras terminaba</translation>
    </message>
    <message>
        <source>the guard ended while it was starting</source>
        <translation>el guarda terminó mientras arrancaba</translation>
    </message>
    <message>
        <source>its guard runs but does not connect</source>
        <translation>su guarda se ejecuta pero no conecta</translation>
    </message>
    <message>
        <source>the guard died %1 times within %2</source>
        <translation>el guarda murió %1 veces en %2</translation>
    </message>
    <message>
        <source>as it was wanted before the daemon ended</source>
        <translation>como se quería antes de que terminara el demonio</translation>
    </message>
    <message>
        <source>the daemon ends with all apps</source>
        <translation>el demonio termina con todas las aplicaciones</translation>
    </message>
    <message>
        <source>A stored app could not be read and was put aside as %1: %2</source>
        <translation>Una aplicación guardada no se pudo leer y se apartó como %1: %2</translation>
    </message>
</context>
<context>
    <name>ReloadCommand</name>
    <message>
        <source>reload &lt;target|config file&gt;... [options]</source>
        <translation>reload &lt;objetivo|archivo de configuración&gt;... [opciones]</translation>
    </message>
    <message>
        <source>Cluster mode: replaces the processes without a gap. Each new one must be ready before its old one is asked to go; when a new
one fails, the reload ends and the old ones stay. Fork mode: restarts one instance after the other. Stopped ones are started.
  tropero reload api
  tropero reload api --update-env --parallel 2
  tropero reload ecosystem.config.js         new settings, another script or folder, another number of instances
  tropero reload api --cancel                end a reload that is under way</source>
        <translation>Modo cluster: sustituye los procesos sin interrupción. Cada uno nuevo debe estar listo antes de pedir al antiguo que termine;
si uno nuevo falla, la recarga acaba y los antiguos se quedan. Modo fork: reinicia una instancia tras otra. Las paradas se arrancan.
  tropero reload api
  tropero reload api --update-env --parallel 2
  tropero reload ecosystem.config.js         nuevos ajustes, otro script u otra carpeta, otro número de instancias
  tropero reload api --cancel                termina una recarga en curso</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NÚMERO</translation>
    </message>
    <message>
        <source>Replace so many instances of an app at the same time</source>
        <translation>Sustituye a la vez este número de instancias de una aplicación</translation>
    </message>
    <message>
        <source>End a reload that is under way: processes that are not ready yet are removed</source>
        <translation>Termina una recarga en curso: los procesos que todavía no están listos se quitan</translation>
    </message>
    <message>
        <source>Reloading %1</source>
        <translation>Recargando %1</translation>
    </message>
    <message>
        <source>Wrong value for --parallel</source>
        <translation>Valor incorrecto de --parallel</translation>
    </message>
    <message>
        <source>expected a whole number from 1</source>
        <translation>se esperaba un número entero a partir de 1</translation>
    </message>
    <message>
        <source>The reload goes on. To end it: tropero reload %1 --cancel</source>
        <translation>La recarga sigue. Para terminarla: tropero reload %1 --cancel</translation>
    </message>
    <message>
        <source>No reload is under way</source>
        <translation>No hay ninguna recarga en curso</translation>
    </message>
</context>
<context>
    <name>Renewal</name>
    <message>
        <source>NAMES</source>
        <translation>NOMBRES</translation>
    </message>
    <message>
        <source>Of a config file, only these apps (separated by commas)</source>
        <translation>De un archivo de configuración, solo estas aplicaciones (separadas por comas)</translation>
    </message>
    <message>
        <source>Take over the variables of this shell</source>
        <translation>Toma las variables de esta consola</translation>
    </message>
</context>
<context>
    <name>ResetCommand</name>
    <message>
        <source>reset &lt;target&gt;...</source>
        <translation>reset &lt;objetivo&gt;...</translation>
    </message>
    <message>
        <source>Sets the restart counters to 0.</source>
        <translation>Pone a 0 los contadores de reinicios.</translation>
    </message>
</context>
<context>
    <name>RestartCommand</name>
    <message>
        <source>restart &lt;target|config file&gt;... [options]</source>
        <translation>restart &lt;objetivo|archivo de configuración&gt;... [opciones]</translation>
    </message>
    <message>
        <source>Starts stopped apps, too. Options that are given become part of the app&apos;s settings; the value &quot;null&quot; sets one back:
  tropero restart api --max-memory-restart 300M
  tropero restart api --max-memory-restart null
A config file is read anew: its apps take the new settings over, missing ones are started.</source>
        <translation>Arranca también aplicaciones paradas. Las opciones dadas pasan a los ajustes de la aplicación; el valor «null» deshace una:
  tropero restart api --max-memory-restart 300M
  tropero restart api --max-memory-restart null
Un archivo de configuración se lee de nuevo: sus aplicaciones toman los nuevos ajustes, las que faltan se arrancan.</translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation>Reiniciando %1</translation>
    </message>
</context>
<context>
    <name>ResurrectCommand</name>
    <message>
        <source>resurrect</source>
        <translation>resurrect</translation>
    </message>
    <message>
        <source>Apps that are in the list already are left alone; those that were stopped come back stopped.</source>
        <translation>Las aplicaciones que ya están en la lista se dejan como están; las que estaban paradas vuelven paradas.</translation>
    </message>
    <message>
        <source>Starting apps</source>
        <translation>Arrancando aplicaciones</translation>
    </message>
    <message>
        <source>There is nothing to bring back.</source>
        <translation>No hay nada que recuperar.</translation>
    </message>
</context>
<context>
    <name>ScaleCommand</name>
    <message>
        <source>scale &lt;target&gt; &lt;number|+number|-number|max&gt;</source>
        <translation>scale &lt;objetivo&gt; &lt;número|+número|-número|max&gt;</translation>
    </message>
    <message>
        <source>Gives an app more or fewer instances, and remembers it. The newest go first; &quot;max&quot; is one for each processor.
  tropero scale api 4
  tropero scale api +2
  tropero scale api -1</source>
        <translation>Da a una aplicación más o menos instancias y lo recuerda. Las más nuevas se van primero; «max» es una por procesador.
  tropero scale api 4
  tropero scale api +2
  tropero scale api -1</translation>
    </message>
    <message>
        <source>Scaling %1</source>
        <translation>Escalando %1</translation>
    </message>
    <message>
        <source>Scaled %1 from %2 to %3</source>
        <translation>Escalada: %1, de %2 a %3</translation>
    </message>
</context>
<context>
    <name>SchemaCommand</name>
    <message>
        <source>schema</source>
        <translation>schema</translation>
    </message>
    <message>
        <source>Editors complete and check config files with it: tropero schema &gt; tropero.schema.json, then
&quot;$schema&quot;: &quot;./tropero.schema.json&quot; in the config file.</source>
        <translation>Con él los editores completan y comprueban archivos de configuración: tropero schema &gt; tropero.schema.json, y después
&quot;$schema&quot;: &quot;./tropero.schema.json&quot; en el archivo de configuración.</translation>
    </message>
</context>
<context>
    <name>SelectorText</name>
    <message>
        <source>Not a valid regular expression</source>
        <translation>No es una expresión regular válida</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>más larga de %1 caracteres</translation>
    </message>
    <message>
        <source>%1 at position %2</source>
        <translation>%1 en la posición %2</translation>
    </message>
    <message>
        <source>No such app</source>
        <translation>No existe esa aplicación</translation>
    </message>
    <message>
        <source>no name matches the regular expression</source>
        <translation>ningún nombre coincide con la expresión regular</translation>
    </message>
    <message>
        <source>no app, script, namespace or number is called so</source>
        <translation>ninguna aplicación, script, espacio de nombres o número se llama así</translation>
    </message>
    <message>
        <source>See &apos;tropero list&apos; for what there is</source>
        <translation>Vea con «tropero list» lo que hay</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>No app given</source>
        <translation>No se ha dado ninguna aplicación</translation>
    </message>
    <message>
        <source>Name one, or say &apos;all&apos;</source>
        <translation>Nombre una o diga «all»</translation>
    </message>
    <message>
        <source>No app to act on</source>
        <translation>No hay ninguna aplicación sobre la que actuar</translation>
    </message>
    <message>
        <source>there are none yet</source>
        <translation>todavía no hay ninguna</translation>
    </message>
    <message>
        <source>Start one with &apos;tropero start&apos;</source>
        <translation>Arranque una con «tropero start»</translation>
    </message>
</context>
<context>
    <name>SendSignalCommand</name>
    <message>
        <source>sendSignal &lt;signal&gt; &lt;target&gt;...</source>
        <translation>sendSignal &lt;señal&gt; &lt;objetivo&gt;...</translation>
    </message>
    <message>
        <source>The signal is a name (SIGUSR2, or USR2) or a number. It goes to the main process of each instance.</source>
        <translation>La señal es un nombre (SIGUSR2 o USR2) o un número. Va al proceso principal de cada instancia.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Starting the daemon</source>
        <translation>Arrancando el demonio</translation>
    </message>
    <message>
        <source>Cannot use the daemon</source>
        <translation>No se puede usar el demonio</translation>
    </message>
    <message>
        <source>the process that listens there belongs to another user</source>
        <translation>el proceso que escucha ahí pertenece a otro usuario</translation>
    </message>
    <message>
        <source>The daemon does not end</source>
        <translation>El demonio no termina</translation>
    </message>
    <message>
        <source>it still holds %1</source>
        <translation>todavía tiene %1</translation>
    </message>
    <message>
        <source>The daemon does not answer</source>
        <translation>El demonio no responde</translation>
    </message>
    <message>
        <source>it took the connection, but said nothing for 10 seconds</source>
        <translation>aceptó la conexión, pero no dijo nada en 10 segundos</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Vea %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>At least this long between two about one app</source>
        <translation>Tiempo mínimo entre dos sobre una misma aplicación</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Closing the window keeps Tropero in the tray</source>
        <translation>Al cerrar la ventana, Tropero sigue en la bandeja</translation>
    </message>
    <message>
        <source>Apps go on running either way.</source>
        <translation>Las aplicaciones siguen en marcha en cualquier caso.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Arranque</translation>
    </message>
    <message>
        <source>Start Tropero when I log in</source>
        <translation>Arrancar Tropero al iniciar la sesión</translation>
    </message>
    <message>
        <source>Apps that were running are started with it.</source>
        <translation>Con él se arrancan las aplicaciones que estaban en marcha.</translation>
    </message>
    <message>
        <source>Start in the tray, without the window</source>
        <translation>Arrancar en la bandeja, sin la ventana</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source>when an app crashes, and when it gives up</source>
        <translation>cuando una aplicación falla y cuando se rinde</translation>
    </message>
    <message>
        <source>only when an app gives up</source>
        <translation>solo cuando una aplicación se rinde</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>For example: code --goto {file}:{line}. Empty: the program that the system opens files with.</source>
        <translation>Por ejemplo: code --goto {file}:{line}. Vacío: el programa con el que el sistema abre los archivos.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Started in the app&apos;s folder. Empty: the usual one of the system.</source>
        <translation>Se arranca en la carpeta de la aplicación. Vacío: el habitual del sistema.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>whenever it ends</source>
        <translation>siempre que termine</translation>
    </message>
    <message>
        <source>when it crashes</source>
        <translation>cuando falle</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>First wait before a restart</source>
        <translation>Primera espera antes de reiniciar</translation>
    </message>
    <message>
        <source>Grows with each crash, up to 15 s. 0: restarts at once.</source>
        <translation>Crece con cada fallo, hasta 15 s. 0: reinicia en seguida.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Give up after this many crashes in 10 min</source>
        <translation>Fallos en 10 min hasta rendirse</translation>
    </message>
    <message>
        <source>Time to end by itself before it is killed</source>
        <translation>Tiempo para terminar antes de matarla</translation>
    </message>
    <message>
        <source>Begin a new log file at</source>
        <translation>Empezar otro archivo de registro a los</translation>
    </message>
    <message>
        <source>0: never.</source>
        <translation>0: nunca.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Older log files kept</source>
        <translation>Registros anteriores que se conservan</translation>
    </message>
    <message>
        <source>Nothing about</source>
        <translation>Sin avisos sobre</translation>
    </message>
    <message>
        <source>Names of apps, with commas between. Also in the menu of each app.</source>
        <translation>Nombres de aplicaciones, separados por comas. También en el menú de cada aplicación.</translation>
    </message>
    <message>
        <source>New apps</source>
        <translation>Aplicaciones nuevas</translation>
    </message>
    <message>
        <source>Processes and ports</source>
        <translation>Procesos y puertos</translation>
    </message>
    <message>
        <source>Look again every</source>
        <translation>Actualizar cada</translation>
    </message>
    <message>
        <source>Highlight rules of the log</source>
        <translation>Reglas de resaltado del registro</translation>
    </message>
    <message>
        <source>Measure CPU and memory of apps every</source>
        <translation>Medir CPU y memoria cada</translation>
    </message>
    <message>
        <source>Only while the window is open.</source>
        <translation>Solo mientras la ventana está abierta.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Medidas</translation>
    </message>
</context>
<context>
    <name>SpecFieldTitle</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espacio de nombres</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Interpreter arguments</source>
        <translation>Argumentos del intérprete</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Environment profile</source>
        <translation>Perfil de entorno</translation>
    </message>
    <message>
        <source>Variables held back</source>
        <translation>Variables retenidas</translation>
    </message>
    <message>
        <source>Instance variable</source>
        <translation>Variable de instancia</translation>
    </message>
    <message>
        <source>Growing variable</source>
        <translation>Variable creciente</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Start when registered</source>
        <translation>Arrancar al registrarla</translation>
    </message>
    <message>
        <source>Shared sockets</source>
        <translation>Sockets compartidos</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Replaced at the same time</source>
        <translation>Sustituidas a la vez</translation>
    </message>
    <message>
        <source>Ready when</source>
        <translation>Se da por lista</translation>
    </message>
    <message>
        <source>Readiness probe</source>
        <translation>Sonda de disponibilidad</translation>
    </message>
    <message>
        <source>Longest wait until ready</source>
        <translation>Espera máxima hasta lista</translation>
    </message>
    <message>
        <source>Node agent</source>
        <translation>Agente de Node</translation>
    </message>
    <message>
        <source>Node metrics</source>
        <translation>Métricas de Node</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reinicio</translation>
    </message>
    <message>
        <source>Pause before a restart</source>
        <translation>Pausa antes de reiniciar</translation>
    </message>
    <message>
        <source>First growing pause</source>
        <translation>Primera pausa creciente</translation>
    </message>
    <message>
        <source>Growth of the pause</source>
        <translation>Crecimiento de la pausa</translation>
    </message>
    <message>
        <source>Longest growing pause</source>
        <translation>Pausa creciente máxima</translation>
    </message>
    <message>
        <source>Spread of the pause</source>
        <translation>Dispersión de la pausa</translation>
    </message>
    <message>
        <source>Crashes until it is given up</source>
        <translation>Fallos hasta rendirse</translation>
    </message>
    <message>
        <source>Time in which crashes count</source>
        <translation>Tiempo en que cuentan fallos</translation>
    </message>
    <message>
        <source>Shortest stable run</source>
        <translation>Ejecución estable mínima</translation>
    </message>
    <message>
        <source>Healthy after</source>
        <translation>Sana después de</translation>
    </message>
    <message>
        <source>Exit codes without a restart</source>
        <translation>Códigos sin reinicio</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Límite de memoria</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>Señal de parada</translation>
    </message>
    <message>
        <source>Time to end by itself</source>
        <translation>Tiempo para terminar</translation>
    </message>
    <message>
        <source>Signal to all processes</source>
        <translation>Señal a todos los procesos</translation>
    </message>
    <message>
        <source>Stop by message</source>
        <translation>Parar con un mensaje</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilancia</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>No se vigila</translation>
    </message>
    <message>
        <source>Watched endings</source>
        <translation>Finales vigilados</translation>
    </message>
    <message>
        <source>Pause after a change</source>
        <translation>Pausa tras un cambio</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Output file</source>
        <translation>Archivo de salida</translation>
    </message>
    <message>
        <source>Error file</source>
        <translation>Archivo de errores</translation>
    </message>
    <message>
        <source>File for both</source>
        <translation>Archivo para ambas</translation>
    </message>
    <message>
        <source>Time before each line</source>
        <translation>Hora ante cada línea</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Formato del registro</translation>
    </message>
    <message>
        <source>One log for all instances</source>
        <translation>Un registro para todas las instancias</translation>
    </message>
    <message>
        <source>Store no output</source>
        <translation>No guardar la salida</translation>
    </message>
    <message>
        <source>Rotate at size</source>
        <translation>Rotar por tamaño</translation>
    </message>
    <message>
        <source>Rotate at age</source>
        <translation>Rotar por antigüedad</translation>
    </message>
    <message>
        <source>Rotated files kept</source>
        <translation>Rotados conservados</translation>
    </message>
</context>
<context>
    <name>SpecFieldsText</name>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of app &quot;%2&quot;</source>
        <translation>«%1» de la aplicación «%2»</translation>
    </message>
    <message>
        <source>Wrong value for %1</source>
        <translation>Valor incorrecto de %1</translation>
    </message>
    <message>
        <source>Unknown key %1 is ignored</source>
        <translation>La clave desconocida %1 no se tiene en cuenta</translation>
    </message>
    <message>
        <source>Unknown key %1 is ignored; did you mean &quot;%2&quot;?</source>
        <translation>La clave desconocida %1 no se tiene en cuenta; ¿quiso decir «%2»?</translation>
    </message>
    <message>
        <source>%1 is given more than once under different names; &quot;%2&quot; counts</source>
        <translation>%1 se ha dado más de una vez con nombres distintos; vale «%2»</translation>
    </message>
    <message>
        <source>%1 has no effect: %2</source>
        <translation>%1 no tiene efecto: %2</translation>
    </message>
</context>
<context>
    <name>SpecOptions</name>
    <message>
        <source>NUMBER</source>
        <translation>NÚMERO</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TIEMPO</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAMAÑO</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>LISTA</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>%1 (default: %2)</source>
        <translation>%1 (por omisión: %2)</translation>
    </message>
    <message>
        <source>Put the app into the list, but do not start it</source>
        <translation>Pone la aplicación en la lista, pero no la arranca</translation>
    </message>
    <message>
        <source>Do not start it again when it ended; the same as --restart never</source>
        <translation>No la arranca de nuevo cuando termina; lo mismo que --restart never</translation>
    </message>
    <message>
        <source>Send the stop signal to the main process only</source>
        <translation>Envía la señal de parada solo al proceso principal</translation>
    </message>
    <message>
        <source>Turns off: %1</source>
        <translation>Desactiva: %1</translation>
    </message>
    <message>
        <source>Known from PM2, without effect here</source>
        <translation>Conocidas de PM2, aquí sin efecto</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>La aplicación</translation>
    </message>
    <message>
        <source>Restart and stop</source>
        <translation>Reinicio y parada</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Put nothing into a Node app: no process.send() and what builds on it</source>
        <translation>No introduce nada en una aplicación de Node: ni process.send() ni lo que se basa en él</translation>
    </message>
    <message>
        <source>Cluster and readiness</source>
        <translation>Clúster y disponibilidad</translation>
    </message>
    <message>
        <source>Watch and schedule</source>
        <translation>Vigilancia y horario</translation>
    </message>
</context>
<context>
    <name>SpecValidationText</name>
    <message>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>commands take it for all apps</source>
        <translation>las órdenes lo toman por todas las aplicaciones</translation>
    </message>
    <message>
        <source>commands take it for a regular expression</source>
        <translation>las órdenes lo toman por una expresión regular</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>es más largo de %1 caracteres</translation>
    </message>
    <message>
        <source>it has control characters</source>
        <translation>tiene caracteres de control</translation>
    </message>
    <message>
        <source>No script given</source>
        <translation>No se ha dado ningún script</translation>
    </message>
    <message>
        <source>an app needs a script, program or command line to run</source>
        <translation>una aplicación necesita un script, un programa o una línea de órdenes</translation>
    </message>
    <message>
        <source>Set &quot;script&quot;</source>
        <translation>Defina «script»</translation>
    </message>
    <message>
        <source>The name cannot be used</source>
        <translation>El nombre no se puede usar</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Elija otro nombre</translation>
    </message>
    <message>
        <source>The namespace cannot be used</source>
        <translation>El espacio de nombres no se puede usar</translation>
    </message>
    <message>
        <source>Choose another namespace</source>
        <translation>Elija otro espacio de nombres</translation>
    </message>
    <message>
        <source>Wrong number of instances of app &quot;%1&quot;</source>
        <translation>Número incorrecto de instancias de la aplicación «%1»</translation>
    </message>
    <message>
        <source>expected 1 to %1</source>
        <translation>se esperaba de 1 a %1</translation>
    </message>
    <message>
        <source>App &quot;%1&quot; cannot be started</source>
        <translation>La aplicación «%1» no se puede arrancar</translation>
    </message>
    <message>
        <source>only instances in cluster mode share sockets</source>
        <translation>solo las instancias en modo cluster comparten sockets</translation>
    </message>
    <message>
        <source>Set &quot;exec_mode&quot; to cluster, or take &quot;listen&quot; out</source>
        <translation>Ponga en «exec_mode» cluster, o quite «listen»</translation>
    </message>
    <message>
        <source>a cluster of a program that is not Node needs sockets to share</source>
        <translation>un clúster de un programa que no es Node necesita sockets que compartir</translation>
    </message>
    <message>
        <source>Name its ports in &quot;listen&quot;, or set &quot;exec_mode&quot; to fork</source>
        <translation>Nombre sus puertos en «listen», o ponga en «exec_mode» fork</translation>
    </message>
    <message>
        <source>the workers of a Node cluster run as the user of the daemon</source>
        <translation>los trabajadores de un clúster de Node se ejecutan con el usuario del demonio</translation>
    </message>
    <message>
        <source>Set &quot;exec_mode&quot; to fork, or take &quot;uid&quot; out</source>
        <translation>Ponga en «exec_mode» fork, o quite «uid»</translation>
    </message>
    <message>
        <source>the workers of a Node cluster run with the groups of the daemon</source>
        <translation>los trabajadores de un clúster de Node se ejecutan con los grupos del demonio</translation>
    </message>
    <message>
        <source>Set &quot;exec_mode&quot; to fork, or take &quot;gid&quot; out</source>
        <translation>Ponga en «exec_mode» fork, o quite «gid»</translation>
    </message>
</context>
<context>
    <name>StartCommand</name>
    <message>
        <source>start [script|command|config file|target]... [options] [-- arguments of the app]</source>
        <translation>start [script|orden|archivo de configuración|objetivo]... [opciones] [-- argumentos de la aplicación]</translation>
    </message>
    <message>
        <source>  tropero start server.js                    a script; the interpreter is found by its ending or first line
  tropero start npm --name web -- run dev    a program from PATH with arguments
  tropero start &quot;node server.js --port 80&quot;   a command line, run by the shell
  tropero start api.js -i 4 --increment-var PORT
  tropero start ecosystem.config.js --only api --env production
  tropero start api                          an app of the list again, by name, id or namespace
  tropero start                              ecosystem.config.js, .json or .yml of this folder
  tropero start -                            a config as JSON or YAML from standard input</source>
        <translation>  tropero start server.js                    un script; el intérprete se halla por su final o su primera línea
  tropero start npm --name web -- run dev    un programa de PATH con argumentos
  tropero start &quot;node server.js --port 80&quot;   una línea de órdenes, ejecutada por la consola
  tropero start api.js -i 4 --increment-var PORT
  tropero start ecosystem.config.js --only api --env production
  tropero start api                          de nuevo una aplicación de la lista, por nombre, id o espacio de nombres
  tropero start                              ecosystem.config.js, .json o .yml de esta carpeta
  tropero start -                            una configuración como JSON o YAML de la entrada estándar</translation>
    </message>
    <message>
        <source>Start a second app of the same name and script</source>
        <translation>Arranca una segunda aplicación del mismo nombre y script</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NOMBRES</translation>
    </message>
    <message>
        <source>Of a config file, only these apps (separated by commas)</source>
        <translation>De un archivo de configuración, solo estas aplicaciones (separadas por comas)</translation>
    </message>
    <message>
        <source>Follow the output afterwards</source>
        <translation>Sigue después la salida</translation>
    </message>
    <message>
        <source>An app that is started again gets the variables of this shell</source>
        <translation>Una aplicación que se arranca de nuevo recibe las variables de esta consola</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>Arrancando %1</translation>
    </message>
    <message>
        <source>--env %1 has no effect: only an app of a config file can have an env_%1</source>
        <translation>--env %1 no tiene efecto: solo una aplicación de un archivo de configuración puede tener env_%1</translation>
    </message>
</context>
<context>
    <name>StartupCommand</name>
    <message>
        <source>startup [systemd|login]</source>
        <translation>startup [systemd|login]</translation>
    </message>
    <message>
        <source>Unknown way of starting</source>
        <translation>Forma de arranque desconocida</translation>
    </message>
    <message>
        <source>Usage: tropero %1</source>
        <translation>Uso: tropero %1</translation>
    </message>
    <message>
        <source>Tropero starts when you log in: %1</source>
        <translation>Tropero arranca al iniciar sesión: %1</translation>
    </message>
    <message>
        <source>To have it start with the machine, and go on after you log out: loginctl enable-linger</source>
        <translation>Para que arranque con el equipo y siga después de cerrar sesión: loginctl enable-linger</translation>
    </message>
    <message>
        <source>systemd  a user unit (default where systemd runs); no root is needed
login    what the desktop starts at login; on Windows the window, hidden in the tray

Apps that were up come back with the daemon. As a unit of systemd they find programs in the PATH that this command was called with.</source>
        <translation>systemd  una unidad de usuario (por omisión donde funciona systemd); no hace falta root
login    lo que el escritorio arranca al iniciar sesión; en Windows la ventana, oculta en la bandeja

Las aplicaciones que estaban en marcha vuelven con el demonio. Como unidad de systemd encuentran los programas en el PATH con el que se llamó a esta orden.</translation>
    </message>
</context>
<context>
    <name>StateStore</name>
    <message>
        <source>Cannot remove the stored app</source>
        <translation>No se puede quitar la aplicación guardada</translation>
    </message>
    <message>
        <source>Cannot read the stored app</source>
        <translation>No se puede leer la aplicación guardada</translation>
    </message>
    <message>
        <source>it holds the app %1</source>
        <translation>contiene la aplicación %1</translation>
    </message>
    <message>
        <source>Cannot put the stored app aside</source>
        <translation>No se puede apartar la aplicación guardada</translation>
    </message>
</context>
<context>
    <name>StopCommand</name>
    <message>
        <source>stop &lt;target|config file&gt;...</source>
        <translation>stop &lt;objetivo|archivo de configuración&gt;...</translation>
    </message>
    <message>
        <source>Stops the instances and does not start them again. They stay in the list; &quot;tropero start &lt;target&gt;&quot; starts them again.
Stopping is over when no process of the app is left: first it is asked (SIGINT, or its stop_signal), after kill_timeout
everything that is left is killed.</source>
        <translation>Para las instancias y no las arranca de nuevo. Siguen en la lista; «tropero start &lt;objetivo&gt;» las arranca otra vez.
La parada acaba cuando no queda ningún proceso de la aplicación: primero se le pide (SIGINT, o su stop_signal); después de
kill_timeout se mata todo lo que quede.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NOMBRES</translation>
    </message>
    <message>
        <source>Of a config file, only these apps (separated by commas)</source>
        <translation>De un archivo de configuración, solo estas aplicaciones (separadas por comas)</translation>
    </message>
</context>
<context>
    <name>SystemRows</name>
    <message>
        <source>%1 UDP</source>
        <translation>%1 UDP</translation>
    </message>
    <message>
        <source>Only this machine can reach it</source>
        <translation>Solo este equipo puede alcanzarlo</translation>
    </message>
    <message>
        <source>Other machines can reach it, too, on every network</source>
        <translation>También otros equipos pueden alcanzarlo, en todas las redes</translation>
    </message>
    <message>
        <source>Other machines can reach it on this network</source>
        <translation>Otros equipos pueden alcanzarlo en esta red</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Project %1, %2</source>
        <translation>Proyecto %1, %2</translation>
    </message>
    <message>
        <source>Tropero&apos;s daemon</source>
        <translation>El demonio de Tropero</translation>
    </message>
    <message>
        <source>Tropero&apos;s window</source>
        <translation>La ventana de Tropero</translation>
    </message>
    <message>
        <source>A guard of Tropero</source>
        <translation>Un guarda de Tropero</translation>
    </message>
    <message>
        <source>Guard of %1</source>
        <translation>Guarda de %1</translation>
    </message>
    <message>
        <source>%1, id %2</source>
        <translation>%1, id %2</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>En marcha desde hace</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Padre</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>the system hides processes of other users</source>
        <translation>oculto por el sistema</translation>
    </message>
</context>
<context>
    <name>Taskbar</name>
    <message>
        <source>Cannot write the menu of the taskbar</source>
        <translation>No se puede escribir el menú de la barra de tareas</translation>
    </message>
</context>
<context>
    <name>TriggerCommand</name>
    <message>
        <source>trigger &lt;target&gt; &lt;action&gt; [parameter]</source>
        <translation>trigger &lt;objetivo&gt; &lt;acción&gt; [parámetro]</translation>
    </message>
    <message>
        <source>Calls an action that the app offers (&quot;describe&quot; shows them) in each instance that has it, and prints the replies as
[name:namespace:id]=reply.</source>
        <translation>Llama a una acción que ofrece la aplicación («describe» las muestra) en cada instancia que la tiene, e imprime las respuestas
como [nombre:espacio de nombres:id]=respuesta.</translation>
    </message>
    <message>
        <source>Waiting for the reply of %1</source>
        <translation>Esperando la respuesta de %1</translation>
    </message>
</context>
<context>
    <name>UnitsText</name>
    <message>
        <source>Not a duration</source>
        <translation>No es una duración</translation>
    </message>
    <message>
        <source>expected milliseconds, or a number with ms, s, m, h or d, such as 10s</source>
        <translation>se esperaban milisegundos, o un número con ms, s, m, h o d, como 10s</translation>
    </message>
    <message>
        <source>longer than ten years</source>
        <translation>más de diez años</translation>
    </message>
    <message>
        <source>Not a size</source>
        <translation>No es un tamaño</translation>
    </message>
    <message>
        <source>expected bytes, or a number with K, M or G, such as 100M</source>
        <translation>se esperaban bytes, o un número con K, M o G, como 100M</translation>
    </message>
    <message>
        <source>larger than a million terabytes</source>
        <translation>más de un millón de terabytes</translation>
    </message>
</context>
<context>
    <name>UnstartupCommand</name>
    <message>
        <source>unstartup</source>
        <translation>unstartup</translation>
    </message>
    <message>
        <source>What runs goes on.</source>
        <translation>Lo que está en marcha sigue.</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Quitado: %1</translation>
    </message>
    <message>
        <source>Tropero does not start at login; there is nothing to remove.</source>
        <translation>Tropero no arranca al iniciar sesión; no hay nada que quitar.</translation>
    </message>
</context>
<context>
    <name>UserService</name>
    <message>
        <source>Cannot make the folder of user units</source>
        <translation>No se puede crear la carpeta de unidades de usuario</translation>
    </message>
    <message>
        <source>Cannot enable the user unit</source>
        <translation>No se puede activar la unidad de usuario</translation>
    </message>
    <message>
        <source>Cannot remove the user unit</source>
        <translation>No se puede quitar la unidad de usuario</translation>
    </message>
    <message>
        <source>Windows has no systemd</source>
        <translation>Windows no tiene systemd</translation>
    </message>
    <message>
        <source>Cannot start Tropero at login</source>
        <translation>No se puede arrancar Tropero al iniciar sesión</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>no existe ese programa</translation>
    </message>
    <message>
        <source>Install Tropero with its window</source>
        <translation>Instale Tropero con su ventana</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>Recargar %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Parar %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Arrancar %1</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>Abrir %1 en el navegador</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>En el registro</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>Mantener a la vista la línea más nueva</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Processes and ports</source>
        <translation>Procesos y puertos</translation>
    </message>
    <message>
        <source>End the selected processes</source>
        <translation>Terminar los procesos seleccionados</translation>
    </message>
    <message>
        <source>Copy their process numbers</source>
        <translation>Copiar sus números de proceso</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
</context>
<context>
    <name>Yaml</name>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>línea %1, columna %2: %3</translation>
    </message>
    <message>
        <source>Cannot read the YAML text</source>
        <translation>No se puede leer el texto YAML</translation>
    </message>
    <message>
        <source>more than %1 values when the aliases are expanded</source>
        <translation>más de %1 valores al desplegar los alias</translation>
    </message>
    <message>
        <source>an alias refers to the value that it is part of</source>
        <translation>un alias remite al valor del que forma parte</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>anidado a más de %1 niveles</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>una clave debe ser un texto</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is there twice</source>
        <translation>la clave «%1» está dos veces</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The window of Tropero, which keeps local servers running.</source>
        <translation>La ventana de Tropero, que mantiene en marcha servidores locales.</translation>
    </message>
    <message>
        <source>Start in the tray, without the window.</source>
        <translation>Arranca en la bandeja, sin la ventana.</translation>
    </message>
    <message>
        <source>Open the launch dialog.</source>
        <translation>Abre el diálogo de lanzamiento.</translation>
    </message>
    <message>
        <source>End the window that runs; apps go on. Exit code 1: there was none.</source>
        <translation>Termina la ventana en marcha; las aplicaciones siguen. Código de salida 1: no había ninguna.</translation>
    </message>
    <message>
        <source>A script, folder or config file to launch.</source>
        <translation>Un script, carpeta o archivo de configuración que lanzar.</translation>
    </message>
    <message>
        <source>Show that app and its log.</source>
        <translation>Muestra esa aplicación y su registro.</translation>
    </message>
</context>
<context>
    <name>tropero::ActionBar</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Parameter (optional)</source>
        <translation>Parámetro (opcional)</translation>
    </message>
    <message>
        <source>Parameter of the action</source>
        <translation>Parámetro de la acción</translation>
    </message>
</context>
<context>
    <name>tropero::ActionCalls</name>
    <message>
        <source>the instance is going</source>
        <translation>la instancia desaparece</translation>
    </message>
    <message>
        <source>Cannot call the action &quot;%1&quot;</source>
        <translation>No se puede llamar a la acción «%1»</translation>
    </message>
    <message>
        <source>the app has no connection for messages</source>
        <translation>la aplicación no tiene conexión para mensajes</translation>
    </message>
    <message>
        <source>Restart the app</source>
        <translation>Reinicie la aplicación</translation>
    </message>
    <message>
        <source>the app did not answer within %1 seconds</source>
        <translation>la aplicación no respondió en %1 segundos</translation>
    </message>
</context>
<context>
    <name>tropero::AgentServer</name>
    <message>
        <source>Cannot listen for the app&apos;s processes</source>
        <translation>No se puede atender a los procesos de la aplicación</translation>
    </message>
</context>
<context>
    <name>tropero::AppActions</name>
    <message>
        <source>Start</source>
        <translation>Arrancar</translation>
    </message>
    <message>
        <source>Start the selected apps</source>
        <translation>Arrancar las aplicaciones seleccionadas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop the selected apps</source>
        <translation>Parar las aplicaciones seleccionadas</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Restart the selected apps</source>
        <translation>Reiniciar las aplicaciones seleccionadas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Replace the processes of the selected apps one after another; a cluster answers on meanwhile</source>
        <translation>Reemplazar uno tras otro los procesos de las aplicaciones seleccionadas; un clúster sigue respondiendo mientras tanto</translation>
    </message>
    <message>
        <source>Cancel reload</source>
        <translation>Cancelar la recarga</translation>
    </message>
    <message>
        <source>Keep what has been replaced so far, and the old processes otherwise</source>
        <translation>Conservar lo reemplazado hasta ahora y, en lo demás, los procesos antiguos</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>Escalar…</translation>
    </message>
    <message>
        <source>Change the number of instances</source>
        <translation>Cambiar el número de instancias</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escalar</translation>
    </message>
    <message numerus="yes">
        <source>Number of instances (this machine has %n processor(s)):</source>
        <translation>
            <numerusform>Número de instancias (este equipo tiene %n procesador):</numerusform>
            <numerusform>Número de instancias (este equipo tiene %n procesadores):</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the selected apps and remove them from the list; can be undone for a while</source>
        <translation>Parar las aplicaciones seleccionadas y quitarlas de la lista; se puede deshacer durante un rato</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Change how the app is run</source>
        <translation>Cambiar cómo se ejecuta la aplicación</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicar…</translation>
    </message>
    <message>
        <source>Launch a further app like this one</source>
        <translation>Lanzar otra aplicación como esta</translation>
    </message>
</context>
<context>
    <name>tropero::AppCreation</name>
    <message>
        <source>Script already launched, add -f option to force re-execution</source>
        <translation>El script ya está en marcha; añada la opción -f para ejecutarlo otra vez</translation>
    </message>
</context>
<context>
    <name>tropero::AppEditing</name>
    <message>
        <source>Cannot change the app</source>
        <translation>No se puede cambiar la aplicación</translation>
    </message>
    <message>
        <source>another app of that namespace has the name</source>
        <translation>otra aplicación de ese espacio de nombres tiene el nombre</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Elija otro nombre</translation>
    </message>
    <message>
        <source>there is no app of that id</source>
        <translation>no hay ninguna aplicación con ese id</translation>
    </message>
</context>
<context>
    <name>tropero::AppMethods</name>
    <message>
        <source>There is no app to start</source>
        <translation>No hay ninguna aplicación que arrancar</translation>
    </message>
</context>
<context>
    <name>tropero::AppProcess</name>
    <message>
        <source>Cannot start the app</source>
        <translation>No se puede arrancar la aplicación</translation>
    </message>
</context>
<context>
    <name>tropero::AppScaling</name>
    <message>
        <source>Wrong number of instances</source>
        <translation>Número incorrecto de instancias</translation>
    </message>
    <message>
        <source>expected 1 to %1, +2, -1 or max</source>
        <translation>se esperaba de 1 a %1, +2, -1 o max</translation>
    </message>
    <message>
        <source>an app has at least one instance</source>
        <translation>una aplicación tiene al menos una instancia</translation>
    </message>
    <message>
        <source>To stop it, use &quot;stop&quot;</source>
        <translation>Para pararla, use «stop»</translation>
    </message>
    <message>
        <source>it has %1, and at least one must be left</source>
        <translation>tiene %1, y debe quedar al menos una</translation>
    </message>
    <message>
        <source>an app has at most %1</source>
        <translation>una aplicación tiene como mucho %1</translation>
    </message>
    <message>
        <source>The app was removed meanwhile</source>
        <translation>La aplicación se quitó mientras tanto</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>No hay nada que hacer</translation>
    </message>
    <message>
        <source>it has 1 instance</source>
        <translation>tiene 1 instancia</translation>
    </message>
    <message>
        <source>it has %1 instances</source>
        <translation>tiene %1 instancias</translation>
    </message>
</context>
<context>
    <name>tropero::AppSupervisor</name>
    <message>
        <source>the whole cluster was restarted, since its Node or its scheduling changed</source>
        <translation>se reinició todo el clúster, porque cambió su Node o su reparto</translation>
    </message>
    <message>
        <source>fork mode: the instances were stopped and started again one after another; only a cluster is reloaded without a gap</source>
        <translation>modo fork: las instancias se pararon y arrancaron de nuevo una tras otra; solo un clúster se recarga sin interrupción</translation>
    </message>
    <message>
        <source>The reload was cancelled</source>
        <translation>La recarga se canceló</translation>
    </message>
    <message>
        <source>it was still waiting for another one</source>
        <translation>todavía estaba esperando a otra</translation>
    </message>
    <message>
        <source>Cannot call the action &quot;%1&quot;</source>
        <translation>No se puede llamar a la acción «%1»</translation>
    </message>
    <message>
        <source>there is no such instance</source>
        <translation>no existe esa instancia</translation>
    </message>
</context>
<context>
    <name>tropero::AppTools</name>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Open localhost:%1 in the browser</source>
        <translation>Abrir localhost:%1 en el navegador</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open script in the editor</source>
        <translation>Abrir el script en el editor</translation>
    </message>
    <message>
        <source>Open terminal here</source>
        <translation>Abrir un terminal aquí</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>Copiar como línea de órdenes</translation>
    </message>
    <message>
        <source>There is no terminal program that Tropero knows. Name yours in the settings</source>
        <translation>No hay ningún programa de terminal que Tropero conozca. Nombre el suyo en los ajustes</translation>
    </message>
    <message>
        <source>%1 cannot be started. See the settings</source>
        <translation>No se puede arrancar %1. Vea los ajustes</translation>
    </message>
    <message>
        <source>Mute notifications</source>
        <translation>Silenciar las notificaciones</translation>
    </message>
    <message>
        <source>Copy PID</source>
        <translation>Copiar PID</translation>
    </message>
</context>
<context>
    <name>tropero::AppTreeModel</name>
    <message>
        <source>Id %1</source>
        <translation>Id %1</translation>
    </message>
    <message>
        <source>%1 of output could not be stored</source>
        <translation>%1 de salida no se pudieron guardar</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translation>Rama %1</translation>
    </message>
</context>
<context>
    <name>tropero::AppTreeView</name>
    <message>
        <source>Apps</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>tropero::AppsPage</name>
    <message numerus="yes">
        <source>%n instance(s), merged</source>
        <translation>
            <numerusform>%n instancia</numerusform>
            <numerusform>%n instancias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s), merged</source>
        <translation>
            <numerusform>%n aplicación</numerusform>
            <numerusform>%n aplicaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Launch app</source>
        <translation>Lanzar</translation>
    </message>
    <message>
        <source>Launch a script or program (%1)</source>
        <translation>Lanzar un script o programa (%1)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Filter apps   %1</source>
        <translation>Filtrar   %1</translation>
    </message>
    <message>
        <source>Filter apps</source>
        <translation>Filtrar aplicaciones</translation>
    </message>
    <message>
        <source>Name, namespace, id, pid, state or :port</source>
        <translation>Nombre, espacio de nombres, id, pid, estado o :puerto</translation>
    </message>
    <message>
        <source>Apps and log</source>
        <translation>Aplicaciones y registro</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficas</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
    <message>
        <source>Events (%1)</source>
        <translation>Sucesos (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s), merged</source>
        <translation>
            <numerusform>%n trabajador</numerusform>
            <numerusform>%n trabajadores</numerusform>
        </translation>
    </message>
    <message>
        <source>Open localhost:%1 in the browser</source>
        <translation>Abrir localhost:%1 en el navegador</translation>
    </message>
</context>
<context>
    <name>tropero::ChartPane</name>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>No further figure</source>
        <translation>Ninguna otra medida</translation>
    </message>
    <message>
        <source>Nothing was measured in this time</source>
        <translation>En este tiempo no se midió nada</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 instances are drawn, %n more have no place.</source>
        <translation>
            <numerusform>Se dibujan las primeras %1 instancias, %n más no tiene sitio.</numerusform>
            <numerusform>Se dibujan las primeras %1 instancias, %n más no tienen sitio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot save the picture</source>
        <translation>No se puede guardar la imagen</translation>
    </message>
    <message>
        <source>Cannot save the figures</source>
        <translation>No se pueden guardar las medidas</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>gráficas</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tabla CSV (*.csv)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>Mostrar lo último: %1</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>Cuánto tiempo atrás</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Apilado</translation>
    </message>
    <message>
        <source>Lay the instances upon each other, so that their sum is seen</source>
        <translation>Superponer las instancias, de modo que se vea su suma</translation>
    </message>
    <message>
        <source>Go on with time, or stand still</source>
        <translation>Avanzar con el tiempo o quedarse quieta</translation>
    </message>
    <message>
        <source>Live charts</source>
        <translation>Gráficas en directo</translation>
    </message>
    <message>
        <source>Further figure</source>
        <translation>Otra medida</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>Guardar como imagen (PNG)…</translation>
    </message>
    <message>
        <source>Save the figures (CSV)…</source>
        <translation>Guardar las medidas (CSV)…</translation>
    </message>
    <message>
        <source>Select an app to see its CPU and memory over time</source>
        <translation>Seleccione una aplicación para ver su CPU y su memoria a lo largo del tiempo</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>Todo el tiempo</translation>
    </message>
    <message>
        <source>Out of the enlarged stretch of time (0, or a double click on the chart)</source>
        <translation>Salir del tramo ampliado (0, o doble clic en la gráfica)</translation>
    </message>
    <message>
        <source>A figure that the app reports itself, as a third chart</source>
        <translation>Una medida que da la propia aplicación, como tercera gráfica</translation>
    </message>
</context>
<context>
    <name>tropero::ChartView</name>
    <message>
        <source>together</source>
        <translation>en total</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::ColorLegend</name>
    <message>
        <source>Show or hide %1</source>
        <translation>Mostrar u ocultar %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>More of the legend</source>
        <translation>Más de la leyenda</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Type what you want to do, or the name of an app</source>
        <translation>Escriba lo que quiere hacer, o el nombre de una aplicación</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Órdenes que coinciden</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>Nada se llama así</translation>
    </message>
</context>
<context>
    <name>tropero::Daemon</name>
    <message>
        <source>The daemon is ending</source>
        <translation>El demonio está terminando</translation>
    </message>
    <message>
        <source>This daemon speaks another version of the protocol</source>
        <translation>Este demonio habla otra versión del protocolo</translation>
    </message>
    <message>
        <source>the daemon speaks version %1, the client version %2</source>
        <translation>el demonio habla la versión %1, el cliente la versión %2</translation>
    </message>
    <message>
        <source>Restart the daemon with &quot;tropero daemon restart&quot;; the apps go on</source>
        <translation>Reinicie el demonio con «tropero daemon restart»; las aplicaciones siguen</translation>
    </message>
    <message>
        <source>Ending by command; the apps go on</source>
        <translation>Terminando por una orden; las aplicaciones siguen</translation>
    </message>
    <message>
        <source>Ending by command with all apps</source>
        <translation>Terminando por una orden con todas las aplicaciones</translation>
    </message>
</context>
<context>
    <name>tropero::DaemonClient</name>
    <message>
        <source>Not connected to the daemon</source>
        <translation>Sin conexión con el demonio</translation>
    </message>
    <message>
        <source>it is still starting</source>
        <translation>todavía está arrancando</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Inténtelo de nuevo</translation>
    </message>
    <message>
        <source>Cannot reach the daemon</source>
        <translation>No se alcanza el demonio</translation>
    </message>
    <message>
        <source>Cannot use the daemon</source>
        <translation>No se puede usar el demonio</translation>
    </message>
    <message>
        <source>the process that listens there belongs to another user</source>
        <translation>el proceso que escucha ahí pertenece a otro usuario</translation>
    </message>
    <message>
        <source>Set TROPERO_HOME to a folder of your own</source>
        <translation>Ponga en TROPERO_HOME una carpeta propia</translation>
    </message>
    <message>
        <source>The connection to the daemon is lost</source>
        <translation>Se ha perdido la conexión con el demonio</translation>
    </message>
    <message>
        <source>the daemon ended</source>
        <translation>el demonio terminó</translation>
    </message>
    <message>
        <source>It is being started again</source>
        <translation>Se está arrancando de nuevo</translation>
    </message>
</context>
<context>
    <name>tropero::DetailsPane</name>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>Notify me about this app</source>
        <translation>Avisarme sobre esta aplicación</translation>
    </message>
    <message>
        <source>A notification when it crashes or gives up, as the settings say</source>
        <translation>Un aviso cuando falla o se rinde, según los ajustes</translation>
    </message>
</context>
<context>
    <name>tropero::DetailsView</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
</context>
<context>
    <name>tropero::EmptyPage</name>
    <message>
        <source>No apps yet</source>
        <translation>Todavía no hay aplicaciones</translation>
    </message>
    <message>
        <source>Looking for Tropero&apos;s daemon…</source>
        <translation>Buscando el demonio de Tropero…</translation>
    </message>
    <message>
        <source>Launch a script or a program, or drop a file here. It keeps running when this window is closed, and comes back when it crashes.</source>
        <translation>Lance un script o un programa, o suelte aquí un archivo. Sigue en marcha cuando se cierra esta ventana y vuelve cuando falla.</translation>
    </message>
    <message>
        <source>Apps go on running meanwhile.</source>
        <translation>Mientras tanto las aplicaciones siguen en marcha.</translation>
    </message>
    <message>
        <source>Launch app…</source>
        <translation>Lanzar aplicación…</translation>
    </message>
    <message>
        <source>or at the prompt:  tropero start app.js</source>
        <translation>o en la consola:  tropero start app.js</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Probar un ejemplo</translation>
    </message>
    <message>
        <source>Starts a small Node server that answers in the browser</source>
        <translation>Arranca un pequeño servidor de Node que responde en el navegador</translation>
    </message>
    <message>
        <source>Import from PM2…</source>
        <translation>Importar de PM2…</translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentEditor</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Portapapeles</translation>
    </message>
    <message>
        <source>Import variables</source>
        <translation>Importar variables</translation>
    </message>
    <message>
        <source>%1 has no variables in it</source>
        <translation>%1 no contiene variables</translation>
    </message>
    <message>
        <source>%1 has no variables in it: %2</source>
        <translation>%1 no contiene variables: %2</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Aña&amp;dir</translation>
    </message>
    <message>
        <source>A further variable (Ins)</source>
        <translation>Otra variable (Ins)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove the selected variables (Del)</source>
        <translation>Quitar las variables seleccionadas (Supr)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Take NAME=value lines from the clipboard (Ctrl+V)</source>
        <translation>Tomar líneas NOMBRE=valor del portapapeles (Ctrl+V)</translation>
    </message>
    <message>
        <source>&amp;Import .env</source>
        <translation>&amp;Importar .env</translation>
    </message>
    <message>
        <source>Sho&amp;w secrets</source>
        <translation>Mostrar &amp;secretos</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentImport</name>
    <message>
        <source>Import variables</source>
        <translation>Importar variables</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>changed, was: %1</source>
        <translation>cambia; era: %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>Variables from %1</source>
        <translation>Variables de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nueva</numerusform>
            <numerusform>%n nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n cambiada</numerusform>
            <numerusform>%n cambiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are</source>
        <translation>
            <numerusform>%n igual</numerusform>
            <numerusform>%n iguales</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentModel</name>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Tropero</source>
        <translation>Tropero</translation>
    </message>
    <message>
        <source>Set in the app&apos;s configuration</source>
        <translation>Definida en la configuración de la aplicación</translation>
    </message>
    <message>
        <source>Taken over from the shell or window that started the app</source>
        <translation>Tomada de la consola o ventana que arrancó la aplicación</translation>
    </message>
    <message>
        <source>Set by Tropero for each instance</source>
        <translation>Definida por Tropero para cada instancia</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Procede de</translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentPane</name>
    <message>
        <source>Copy name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Copiar la línea</translation>
    </message>
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
            <numerusform>%1 de %n variable</numerusform>
            <numerusform>%1 de %n variables</numerusform>
        </translation>
    </message>
    <message>
        <source>Select an app to see its environment</source>
        <translation>Seleccione una aplicación para ver su entorno</translation>
    </message>
    <message>
        <source>No variable contains “%1”</source>
        <translation>Ninguna variable contiene «%1»</translation>
    </message>
    <message>
        <source>Filter variables</source>
        <translation>Filtrar variables</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>Mostrar los secretos</translation>
    </message>
    <message>
        <source>Values of names like PASSWORD, TOKEN or KEY are masked until you ask for them</source>
        <translation>Los valores de nombres como PASSWORD, TOKEN o KEY se ocultan hasta que se pide verlos</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
</context>
<context>
    <name>tropero::EnvironmentTable</name>
    <message>
        <source>A value without a name</source>
        <translation>Un valor sin nombre</translation>
    </message>
    <message>
        <source>“%1” is no name: blanks and = cannot be in it</source>
        <translation>«%1» no es un nombre: no puede tener espacios ni =</translation>
    </message>
    <message>
        <source>“%1” is no name: it begins with a digit</source>
        <translation>«%1» no es un nombre: empieza por una cifra</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 está dos veces</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>tropero::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué sucedió</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
</context>
<context>
    <name>tropero::EventsPane</name>
    <message>
        <source>Show in the log</source>
        <translation>Mostrar en el registro</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n suceso</numerusform>
            <numerusform>%n sucesos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 de %n suceso</numerusform>
            <numerusform>%1 de %n sucesos</numerusform>
        </translation>
    </message>
    <message>
        <source>Select an app to see what happened to it</source>
        <translation>Seleccione una aplicación para ver lo que le ha sucedido</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Todavía no ha sucedido nada</translation>
    </message>
    <message>
        <source>No event is of this kind</source>
        <translation>Ningún suceso es de este tipo</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Todos los sucesos</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Starts and ends</source>
        <translation>Arranques y finales</translation>
    </message>
    <message>
        <source>Restarts and reloads</source>
        <translation>Reinicios y recargas</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Kind of events</source>
        <translation>Clase de sucesos</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Filtrar sucesos</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
</context>
<context>
    <name>tropero::Guard</name>
    <message>
        <source>Cannot configure the guard</source>
        <translation>No se puede configurar el guarda</translation>
    </message>
    <message>
        <source>it is ending</source>
        <translation>está terminando</translation>
    </message>
    <message>
        <source>Cannot carry out the command</source>
        <translation>No se puede llevar a cabo la orden</translation>
    </message>
    <message>
        <source>its guard is ending</source>
        <translation>su guarda está terminando</translation>
    </message>
    <message>
        <source>its guard does not know yet what to run</source>
        <translation>su guarda todavía no sabe qué ejecutar</translation>
    </message>
    <message>
        <source>there is no such action</source>
        <translation>no existe esa acción</translation>
    </message>
</context>
<context>
    <name>tropero::GuardKeeper</name>
    <message>
        <source>The app was removed meanwhile</source>
        <translation>La aplicación se quitó mientras tanto</translation>
    </message>
    <message>
        <source>%1: ended %2 processes that an earlier guard left</source>
        <translation>%1: terminados %2 procesos que dejó un guarda anterior</translation>
    </message>
    <message>
        <source>%1: its guard runs but does not connect</source>
        <translation>%1: su guarda está en marcha pero no conecta</translation>
    </message>
    <message>
        <source>%1: ending the guard that does not answer (process %2)</source>
        <translation>%1: terminando el guarda que no responde (proceso %2)</translation>
    </message>
    <message>
        <source>%1: %2 (process %3)</source>
        <translation>%1: %2 (proceso %3)</translation>
    </message>
</context>
<context>
    <name>tropero::GuardPool</name>
    <message>
        <source>This app is not in the list</source>
        <translation>Esta aplicación no está en la lista</translation>
    </message>
    <message>
        <source>Cannot take the app back from its guard</source>
        <translation>No se puede recuperar la aplicación de su guarda</translation>
    </message>
    <message>
        <source>what the guard says is incomplete</source>
        <translation>lo que dice el guarda está incompleto</translation>
    </message>
    <message>
        <source>%1: not in the list, taken back from its guard</source>
        <translation>%1: no estaba en la lista, recuperada de su guarda</translation>
    </message>
</context>
<context>
    <name>tropero::HighlightEditor</name>
    <message>
        <source>Highlight rules</source>
        <translation>Reglas de resaltado</translation>
    </message>
    <message>
        <source>Lines that match are drawn in a colour, in every log. Of several rules the upper one counts.</source>
        <translation>Las líneas que coinciden se dibujan en un color, en todos los registros. De varias reglas vale la de más arriba.</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Todavía no hay reglas</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Añadir regla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>tropero::HighlightRow</name>
    <message>
        <source>Use this rule</source>
        <translation>Usar esta regla</translation>
    </message>
    <message>
        <source>What to highlight</source>
        <translation>Qué se resalta</translation>
    </message>
    <message>
        <source>Text to highlight</source>
        <translation>Texto que se resalta</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Distinguir mayúsculas y minúsculas</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>What is coloured</source>
        <translation>Qué se colorea</translation>
    </message>
    <message>
        <source>Up: counts before the others</source>
        <translation>Subir: vale antes que las otras</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Quitar esta regla</translation>
    </message>
    <message>
        <source>what matches</source>
        <translation>coincidencia</translation>
    </message>
    <message>
        <source>whole line</source>
        <translation>toda la línea</translation>
    </message>
</context>
<context>
    <name>tropero::HistoryMethods</name>
    <message>
        <source>There is no instance with this number</source>
        <translation>No hay ninguna instancia con ese número</translation>
    </message>
</context>
<context>
    <name>tropero::Instance</name>
    <message>
        <source>Cannot send the signal</source>
        <translation>No se puede enviar la señal</translation>
    </message>
    <message>
        <source>instance %1 does not run</source>
        <translation>la instancia %1 no está en marcha</translation>
    </message>
    <message>
        <source>Start it first</source>
        <translation>Arránquela antes</translation>
    </message>
    <message>
        <source>Cannot call the action &quot;%1&quot;</source>
        <translation>No se puede llamar a la acción «%1»</translation>
    </message>
    <message>
        <source>the app offers no actions</source>
        <translation>la aplicación no ofrece acciones</translation>
    </message>
    <message>
        <source>the app offers only: %1</source>
        <translation>la aplicación solo ofrece: %1</translation>
    </message>
    <message>
        <source>the instance is being restarted</source>
        <translation>la instancia se está reiniciando</translation>
    </message>
    <message>
        <source>the instance is being stopped</source>
        <translation>la instancia se está parando</translation>
    </message>
    <message>
        <source>its process ended</source>
        <translation>su proceso terminó</translation>
    </message>
    <message>
        <source>the process that was to be replaced ended by itself</source>
        <translation>el proceso que se iba a sustituir terminó por sí mismo</translation>
    </message>
    <message>
        <source>Cannot replace instance %1</source>
        <translation>No se puede sustituir la instancia %1</translation>
    </message>
    <message>
        <source>it is not online, or is being replaced already</source>
        <translation>no está en línea, o ya se está sustituyendo</translation>
    </message>
    <message>
        <source>The old process still runs</source>
        <translation>El proceso antiguo sigue en marcha</translation>
    </message>
    <message>
        <source>Instance %1 was not replaced</source>
        <translation>La instancia %1 no se sustituyó</translation>
    </message>
    <message>
        <source>its process was replaced</source>
        <translation>su proceso se sustituyó</translation>
    </message>
</context>
<context>
    <name>tropero::InstanceChoice</name>
    <message>
        <source>%1 (id %2)</source>
        <translation>%1 (id %2)</translation>
    </message>
</context>
<context>
    <name>tropero::InstanceMethods</name>
    <message>
        <source>Wrong number of instances to reload at the same time</source>
        <translation>Número incorrecto de instancias que recargar a la vez</translation>
    </message>
    <message>
        <source>expected a whole number from 1</source>
        <translation>se esperaba un número entero a partir de 1</translation>
    </message>
    <message>
        <source>There is no such action</source>
        <translation>No existe esa acción</translation>
    </message>
    <message>
        <source>no action is known of what was named; an app says them when it has started</source>
        <translation>no se conoce ninguna acción de lo nombrado; una aplicación las dice cuando ha arrancado</translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation>se conocen %1</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir «%1»?</translation>
    </message>
    <message>
        <source>No action was named</source>
        <translation>No se ha nombrado ninguna acción</translation>
    </message>
</context>
<context>
    <name>tropero::InterpreterChoice</name>
    <message>
        <source>Chosen by the file</source>
        <translation>Según el archivo</translation>
    </message>
    <message>
        <source>Chosen by the file; Node %1 for JavaScript</source>
        <translation>Según el archivo; Node %1 para JavaScript</translation>
    </message>
    <message>
        <source>Node %1, as %2 says</source>
        <translation>Node %1, como dice %2</translation>
    </message>
    <message>
        <source>None: the file runs itself</source>
        <translation>Ninguno: el archivo se ejecuta solo</translation>
    </message>
    <message>
        <source>Another program…</source>
        <translation>Otro programa…</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Program that runs the script</source>
        <translation>Programa que ejecuta el script</translation>
    </message>
    <message>
        <source>python3, bun, node@20…</source>
        <translation>python3, bun, node@20…</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchDialog</name>
    <message>
        <source>Like “%1”. If it listens on a port, choose another one for this.</source>
        <translation>Como «%1». Si escucha en un puerto, elija otro para esta.</translation>
    </message>
    <message>
        <source>There is an app “%1” already</source>
        <translation>Ya hay una aplicación «%1»</translation>
    </message>
    <message>
        <source>Close this without keeping what you typed?</source>
        <translation>¿Cerrar sin conservar lo escrito?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Seguir escribiendo</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Launch an app</source>
        <translation>Lanzar una aplicación</translation>
    </message>
    <message>
        <source>What does not take effect at once is said below</source>
        <translation>Abajo se indica lo que no vale en seguida</translation>
    </message>
    <message>
        <source>Drop a script, a folder, a package.json or an ecosystem file anywhere here</source>
        <translation>Suelte aquí un script, una carpeta, un package.json o un archivo ecosystem</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>The daemon does not answer. What you typed stays here until it is back.</source>
        <translation>El demonio no responde. Lo escrito se queda aquí hasta que vuelva.</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchEnvironment</name>
    <message>
        <source>Variables that it gets besides those of your shell. Values of names like PASSWORD, TOKEN or KEY are masked.</source>
        <translation>Variables que recibe además de las de la consola. Los valores de nombres como PASSWORD, TOKEN o KEY se ocultan.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>Name of the profile, such as production:</source>
        <translation>Nombre del perfil, por ejemplo production:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>%1 (there is none)</source>
        <translation>%1 (no existe)</translation>
    </message>
    <message>
        <source>Variables of “%1” go over those that it always has.</source>
        <translation>Las variables de «%1» prevalecen sobre las que tiene siempre.</translation>
    </message>
    <message>
        <source>There are no variables for the profile “%1”, so it has no effect.</source>
        <translation>No hay variables para el perfil «%1», así que no tiene efecto.</translation>
    </message>
    <message>
        <source>There are no variables for the profile “%1”, so it has no effect. There are: %2.</source>
        <translation>No hay variables para el perfil «%1», así que no tiene efecto. Existen: %2.</translation>
    </message>
    <message>
        <source>Always (%1)</source>
        <translation>Siempre (%1)</translation>
    </message>
    <message>
        <source>With %1 (%2)</source>
        <translation>Con %1 (%2)</translation>
    </message>
    <message>
        <source>Pro&amp;file</source>
        <translation>Per&amp;fil</translation>
    </message>
    <message>
        <source>Of the blocks env_NAME in its config file, the one that it runs with</source>
        <translation>De los bloques env_NOMBRE de su archivo de configuración, aquel con el que se ejecuta</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nuevo…</translation>
    </message>
    <message>
        <source>A further set of variables, such as production</source>
        <translation>Otro conjunto de variables, como production</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Quit&amp;ar</translation>
    </message>
    <message>
        <source>Remove this profile and its variables</source>
        <translation>Quitar este perfil y sus variables</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Quitar el perfil</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchFoot</name>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Todavía no hay cambios.</translation>
    </message>
    <message>
        <source>Takes effect at once: %1.</source>
        <translation>Vale en seguida: %1.</translation>
    </message>
    <message>
        <source>Needs a reload: %1.</source>
        <translation>Necesita una recarga: %1.</translation>
    </message>
    <message>
        <source>Needs a restart: %1.</source>
        <translation>Necesita un reinicio: %1.</translation>
    </message>
    <message>
        <source>Command that does the same</source>
        <translation>Orden que hace lo mismo</translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation>La orden que hace lo mismo</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Copia&amp;r</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar la orden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>&amp;Launch</source>
        <translation>&amp;Lanzar</translation>
    </message>
    <message>
        <source>Save and re&amp;load</source>
        <translation>Guardar &amp;y recargar</translation>
    </message>
    <message>
        <source>Save and restar&amp;t</source>
        <translation>Guardar &amp;y reiniciar</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchOffer</name>
    <message>
        <source>Choose at least one of them</source>
        <translation>Elija al menos una</translation>
    </message>
    <message>
        <source>First say that it may be run</source>
        <translation>Confirme antes que se puede ejecutar</translation>
    </message>
    <message>
        <source>%1 is a program: to know its apps, Node has to run it. Do so only if you trust it.</source>
        <translation>%1 es un programa: para conocer sus aplicaciones, Node tiene que ejecutarlo. Hágalo solo si confía en él.</translation>
    </message>
    <message>
        <source>&amp;Run %1</source>
        <translation>Ejec&amp;utar %1</translation>
    </message>
    <message>
        <source>Also in this folder: %1</source>
        <translation>También en esta carpeta: %1</translation>
    </message>
    <message>
        <source>What to launch</source>
        <translation>Qué se lanza</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchProgram</name>
    <message>
        <source>Choose a script or program</source>
        <translation>Elija un script o programa</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elija una carpeta</translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) are launched as the file says. Tick one only to change it here.</source>
        <translation>
            <numerusform>%n aplicación se lanza como dice el archivo. Para cambiar una aquí, marque solo esa.</numerusform>
            <numerusform>%n aplicaciones se lanzan como dice el archivo. Para cambiar una aquí, marque solo esa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ru&amp;n</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>Script, folder or command</source>
        <translation>Script, carpeta u orden</translation>
    </message>
    <message>
        <source>Script, folder, ecosystem file or command</source>
        <translation>Script, carpeta, archivo ecosystem u orden</translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation>E&amp;xaminar</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Archivo…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Carpeta…</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Se ofrece</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Namespa&amp;ce</source>
        <translation>&amp;Espacio de nombres</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espacio de nombres</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>&amp;Argumentos</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>Brow&amp;se…</source>
        <translation>Exa&amp;minar…</translation>
    </message>
    <message>
        <source>Run b&amp;y</source>
        <translation>Ejecutar c&amp;on</translation>
    </message>
    <message>
        <source>Its ar&amp;guments</source>
        <translation>Sus ar&amp;gumentos</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Shared sockets</source>
        <translation>Sockets compartidos</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reinicio</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Scripts (*.js *.cjs *.mjs *.ts *.cts *.mts *.py *.sh *.rb *.pl *.php *.ps1 *.bat *.cmd *.exe)</source>
        <translation>Scripts (*.js *.cjs *.mjs *.ts *.cts *.mts *.py *.sh *.rb *.pl *.php *.ps1 *.bat *.cmd *.exe)</translation>
    </message>
</context>
<context>
    <name>tropero::LaunchRestart</name>
    <message>
        <source>What happens when it ends by itself. Change what is underlined.</source>
        <translation>Qué ocurre cuando termina por sí misma. Cambie lo subrayado.</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Además</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reinicio</translation>
    </message>
</context>
<context>
    <name>tropero::Launcher</name>
    <message>
        <source>Cannot start the app as a cluster</source>
        <translation>No se puede arrancar la aplicación como clúster</translation>
    </message>
    <message>
        <source>the workers of a cluster run in Node, and this app runs with %1</source>
        <translation>los trabajadores de un clúster se ejecutan en Node, y esta aplicación se ejecuta con %1</translation>
    </message>
    <message>
        <source>Use fork mode, or name the ports with &quot;listen&quot; for a program that takes listening sockets over</source>
        <translation>Use el modo fork, o nombre los puertos con «listen» para un programa que acepte sockets ya abiertos</translation>
    </message>
    <message>
        <source>the files of the agent (primary.cjs, hook.cjs) are missing beside the programs</source>
        <translation>faltan los archivos del agente (primary.cjs, hook.cjs) junto a los programas</translation>
    </message>
    <message>
        <source>Install Tropero again</source>
        <translation>Instale Tropero de nuevo</translation>
    </message>
    <message>
        <source>Cannot start the worker</source>
        <translation>No se puede arrancar el trabajador</translation>
    </message>
    <message>
        <source>it needs another Node or another scheduling than the workers that run</source>
        <translation>necesita otro Node u otro reparto que los trabajadores en marcha</translation>
    </message>
    <message>
        <source>Restart the whole app</source>
        <translation>Reinicie toda la aplicación</translation>
    </message>
</context>
<context>
    <name>tropero::LogBar</name>
    <message>
        <source>Following</source>
        <translation>Siguiendo</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Distinguir mayúsculas y minúsculas</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtrar</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>Mostrar solo las líneas que coinciden</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>Show lines of level info</source>
        <translation>Mostrar las líneas de nivel info</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>Show lines of level warning</source>
        <translation>Mostrar las líneas de nivel aviso</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Show lines of level error and above</source>
        <translation>Mostrar las líneas de nivel error y superiores</translation>
    </message>
    <message>
        <source>time</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>Show the time of capture</source>
        <translation>Mostrar la hora de captura</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>ajustar</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
        <source>fold JSON</source>
        <translation>plegar JSON</translation>
    </message>
    <message>
        <source>Show JSON lines as level and message</source>
        <translation>Mostrar las líneas JSON como nivel y mensaje</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar líneas</translation>
    </message>
    <message>
        <source>Previous match (%1)</source>
        <translation>Coincidencia anterior (%1)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match (%1)</source>
        <translation>Coincidencia siguiente (%1)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Keep the newest line in view (%1)</source>
        <translation>Mantener a la vista la línea más nueva (%1)</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>Seguir el registro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More about the log</source>
        <translation>Más sobre el registro</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>juntas</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>en paralelo</translation>
    </message>
    <message>
        <source>Standard output and standard error in the order of time</source>
        <translation>Salida estándar y salida de errores por orden de tiempo</translation>
    </message>
    <message>
        <source>Only standard output</source>
        <translation>Solo la salida estándar</translation>
    </message>
    <message>
        <source>Only standard error</source>
        <translation>Solo la salida de errores</translation>
    </message>
    <message>
        <source>Standard output left, standard error right, in the order of time</source>
        <translation>Salida estándar a la izquierda, salida de errores a la derecha, por orden de tiempo</translation>
    </message>
    <message>
        <source>Streams: %1</source>
        <translation>Salidas: %1</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Salidas</translation>
    </message>
</context>
<context>
    <name>tropero::LogFollower</name>
    <message>
        <source>The daemon is gone; the log files are followed on.</source>
        <translation>El demonio no está; se siguen los archivos de registro.</translation>
    </message>
</context>
<context>
    <name>tropero::LogPane</name>
    <message>
        <source>No output yet</source>
        <translation>Todavía no hay salida</translation>
    </message>
    <message>
        <source>Select an app to see its output</source>
        <translation>Seleccione una aplicación para ver su salida</translation>
    </message>
    <message>
        <source>The output of this app is not stored</source>
        <translation>La salida de esta aplicación no se guarda</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Open the folder of the log files</source>
        <translation>Abrir la carpeta de los archivos de registro</translation>
    </message>
    <message>
        <source>No line is let through</source>
        <translation>El filtro no deja pasar ninguna línea</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>Encontrados: %1</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Quitar marcador</translation>
    </message>
    <message>
        <source>Set bookmark</source>
        <translation>Poner marcador</translation>
    </message>
    <message>
        <source>Jump to time</source>
        <translation>Saltar a una hora</translation>
    </message>
    <message>
        <source>Time, or date and time (10:41:08, 2026-01-31 10:41)</source>
        <translation>Hora, o fecha y hora (10:41:08, 2026-01-31 10:41)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>«%1» no es una hora</translation>
    </message>
    <message>
        <source>Empty log files</source>
        <translation>Vacía los archivos de registro</translation>
    </message>
    <message>
        <source>Empty the log files of what is selected? Rotated files are removed. This cannot be undone.</source>
        <translation>¿Vaciar los archivos de registro de lo seleccionado? Los archivos rotados se borran. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Save the lines that are shown</source>
        <translation>Guardar las líneas que se muestran</translation>
    </message>
    <message>
        <source>Copy lines with colours</source>
        <translation>Copiar las líneas con colores</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Marcador siguiente</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Marcador anterior</translation>
    </message>
    <message>
        <source>Jump to time…</source>
        <translation>Saltar a una hora…</translation>
    </message>
    <message>
        <source>Save lines as…</source>
        <translation>Guardar las líneas como…</translation>
    </message>
    <message>
        <source>Save lines with colours as…</source>
        <translation>Guardar las líneas con colores como…</translation>
    </message>
    <message>
        <source>Clear view</source>
        <translation>Vaciar la vista</translation>
    </message>
    <message>
        <source>Show cleared lines again</source>
        <translation>Mostrar de nuevo las líneas retiradas</translation>
    </message>
    <message>
        <source>Empty log files…</source>
        <translation>Vaciar los archivos de registro…</translation>
    </message>
    <message>
        <source>Highlight…</source>
        <translation>Resaltar…</translation>
    </message>
    <message>
        <source>Rules that draw lines, or what matches in them, in a colour (%1)</source>
        <translation>Reglas que dibujan líneas, o lo que coincide en ellas, en un color (%1)</translation>
    </message>
</context>
<context>
    <name>tropero::LogView</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n línea nueva</numerusform>
            <numerusform>%n líneas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(borrada)</translation>
    </message>
    <message>
        <source>error output</source>
        <translation>salida de errores</translation>
    </message>
</context>
<context>
    <name>tropero::MainWindow</name>
    <message>
        <source>About Tropero</source>
        <translation>Acerca de Tropero</translation>
    </message>
    <message>
        <source>Keeps local servers running.
GNU General Public License, version 3 or later.
Qt %1</source>
        <translation>Mantiene en marcha servidores locales.
Licencia Pública General de GNU, versión 3 o posterior.
Qt %1</translation>
    </message>
    <message>
        <source>Launch app…</source>
        <translation>Lanzar aplicación…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close the window; apps go on running</source>
        <translation>Cerrar la ventana; las aplicaciones siguen en marcha</translation>
    </message>
    <message>
        <source>The daemon cannot be reached. Your apps go on running; this is their last known state. Connecting again…</source>
        <translation>No se alcanza el demonio. Sus aplicaciones siguen en marcha; este es su último estado conocido. Conectando de nuevo…</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>From the list to the lower pane and back</source>
        <translation>De la lista al panel inferior y de vuelta</translation>
    </message>
    <message>
        <source>Show apps</source>
        <translation>Mostrar las aplicaciones</translation>
    </message>
    <message>
        <source>Show processes and ports</source>
        <translation>Mostrar procesos y puertos</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Mostrar la actividad</translation>
    </message>
    <message>
        <source>Show settings</source>
        <translation>Mostrar los ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>“%1” is deleted in a moment. Its log files stay where they are.</source>
        <translation>«%1» se eliminará en un momento. Sus archivos de registro se quedan donde están.</translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) are deleted in a moment. Their log files stay where they are.</source>
        <translation>
            <numerusform>%n aplicación se elimina en un momento. Sus archivos de registro se quedan donde están.</numerusform>
            <numerusform>%n aplicaciones se eliminan en un momento. Sus archivos de registro se quedan donde están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>It runs already. End that process first, if the app listens on a port.</source>
        <translation>Ya está en marcha. Termine antes ese proceso si la aplicación escucha en un puerto.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Show port</source>
        <translation>Mostrar el puerto</translation>
    </message>
    <message>
        <source>There is no app “%1”</source>
        <translation>No hay ninguna aplicación «%1»</translation>
    </message>
</context>
<context>
    <name>tropero::ModeCards</name>
    <message>
        <source>one process</source>
        <translation>un proceso</translation>
    </message>
    <message numerus="yes">
        <source>%n processes, each with a port of its own</source>
        <translation>
            <numerusform>%n proceso con su propio puerto</numerusform>
            <numerusform>%n procesos, cada uno con su propio puerto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one for each of %n processor(s)</source>
        <translation>
            <numerusform>uno por procesador (%n)</numerusform>
            <numerusform>uno por procesador (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n processor(s)</source>
        <translation>
            <numerusform>%1 de %n procesador</numerusform>
            <numerusform>%1 de %n procesadores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than the %n processor(s) here: they take turns</source>
        <translation>
            <numerusform>más que procesadores (%n): se turnan</numerusform>
            <numerusform>más que procesadores (%n): se turnan</numerusform>
        </translation>
    </message>
    <message>
        <source>one worker: it can be reloaded, but uses one processor only</source>
        <translation>un trabajador: se puede recargar, pero usa un solo procesador</translation>
    </message>
    <message>
        <source>For&amp;k</source>
        <translation>For&amp;k</translation>
    </message>
    <message>
        <source>As at the prompt. For tools, development servers and everything that is not Node.</source>
        <translation>Como en la consola. Para herramientas, servidores de desarrollo y todo lo que no es Node.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Cl&amp;uster</source>
        <translation>Clús&amp;ter</translation>
    </message>
    <message>
        <source>Workers share one port and all processors; they are reloaded without losing a request.</source>
        <translation>Los trabajadores comparten un puerto y todos los procesadores; se recargan sin perder peticiones.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Trabajadores</translation>
    </message>
</context>
<context>
    <name>tropero::Monitor</name>
    <message>
        <source>The daemon is gone; apps go on, their logs are followed on</source>
        <translation>El demonio ya no está; las aplicaciones continúan y sus registros se siguen leyendo</translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation>Reiniciando %1</translation>
    </message>
    <message>
        <source>%1 was restarted</source>
        <translation>%1 se reinició</translation>
    </message>
    <message>
        <source>Reloading %1</source>
        <translation>Recargando %1</translation>
    </message>
    <message>
        <source>%1 was reloaded</source>
        <translation>%1 se recargó</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>Arrancando %1</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 se arrancó</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>Deteniendo %1</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 se detuvo</translation>
    </message>
    <message>
        <source>%1 (id %2)</source>
        <translation>%1 (id %2)</translation>
    </message>
</context>
<context>
    <name>tropero::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>tropero::Notifications</name>
    <message>
        <source>%1: port %2 is taken</source>
        <translation>%1: puerto %2 ocupado</translation>
    </message>
    <message>
        <source>Whoever held it has let go of it by now.</source>
        <translation>Quien lo ocupaba ya lo ha dejado.</translation>
    </message>
    <message>
        <source>It is held by %1.</source>
        <translation>Lo ocupa %1.</translation>
    </message>
    <message>
        <source>“%1” could not get port %2. Whoever held it has let go of it by now.</source>
        <translation>«%1» no obtuvo el puerto %2. Quien lo ocupaba ya lo ha dejado.</translation>
    </message>
    <message>
        <source>“%1” could not get port %2: it is held by %3.</source>
        <translation>«%1» no obtuvo el puerto %2: lo ocupa %3.</translation>
    </message>
    <message>
        <source>Open Tropero</source>
        <translation>Abrir Tropero</translation>
    </message>
    <message>
        <source>Show port</source>
        <translation>Mostrar el puerto</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
</context>
<context>
    <name>tropero::Pm2Import</name>
    <message>
        <source>PM2&apos;s saved list has no apps in it: %1</source>
        <translation>La lista guardada de PM2 no contiene aplicaciones: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Import from PM2</source>
        <translation>Importar de PM2</translation>
    </message>
    <message numerus="yes">
        <source>Start these %n app(s) with Tropero?</source>
        <translation>
            <numerusform>¿Arrancar esta %n aplicación con Tropero?</numerusform>
            <numerusform>¿Arrancar estas %n aplicaciones con Tropero?</numerusform>
        </translation>
    </message>
    <message>
        <source>PM2 is left as it is. If it runs them now, end it first with: pm2 kill</source>
        <translation>PM2 se deja como está. Si ahora las tiene en marcha, termínelo antes con: pm2 kill</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tropero::PortNotice</name>
    <message>
        <source>Port %1 is in use by the app “%2” (pid %3).</source>
        <translation>El puerto %1 lo ocupa la aplicación «%2» (pid %3).</translation>
    </message>
    <message>
        <source>Port %1 is in use by %2 (pid %3), which Tropero does not look after.</source>
        <translation>El puerto %1 lo ocupa %2 (pid %3), que no está a cargo de Tropero.</translation>
    </message>
    <message>
        <source>Port %1 is in use by a process of %2.</source>
        <translation>El puerto %1 lo ocupa un proceso de %2.</translation>
    </message>
    <message>
        <source>Port %1 is in use by a process of another user.</source>
        <translation>El puerto %1 lo ocupa un proceso de otro usuario.</translation>
    </message>
    <message>
        <source>Stop “%1”</source>
        <translation>Detener «%1»</translation>
    </message>
    <message>
        <source>Stop the app that holds the port</source>
        <translation>Detener la aplicación que ocupa el puerto</translation>
    </message>
    <message>
        <source>&amp;End it…</source>
        <translation>Finali&amp;zarlo…</translation>
    </message>
    <message>
        <source>Ask the process that holds the port to end</source>
        <translation>Pedir que termine al proceso que ocupa el puerto</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Terminando…</translation>
    </message>
    <message>
        <source>%1: app “%2”, pid %3</source>
        <translation>%1: aplicación «%2», pid %3</translation>
    </message>
    <message>
        <source>%1: %2, pid %3</source>
        <translation>%1: %2, pid %3</translation>
    </message>
    <message>
        <source>%1: a process of %2</source>
        <translation>%1: un proceso de %2</translation>
    </message>
    <message>
        <source>%1: a process of another user</source>
        <translation>%1: un proceso de otro usuario</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) are taken:</source>
        <translation>
            <numerusform>Hay %n puerto ocupado:</numerusform>
            <numerusform>Hay %n puertos ocupados:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tropero::PortNoticeRow</name>
    <message>
        <source>Use po&amp;rt %1</source>
        <translation>&amp;Usar el puerto %1</translation>
    </message>
    <message>
        <source>Give this app the next port that is free</source>
        <translation>Dar a esta aplicación el siguiente puerto libre</translation>
    </message>
    <message>
        <source>S&amp;how in System</source>
        <translation>&amp;Ver en Sistema</translation>
    </message>
    <message>
        <source>Show who holds the port</source>
        <translation>Mostrar quién ocupa el puerto</translation>
    </message>
</context>
<context>
    <name>tropero::QuitQuestion</name>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) are running.</source>
        <translation>
            <numerusform>%n instancia está en marcha.</numerusform>
            <numerusform>%n instancias están en marcha.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window; it finds them again at its next start.</source>
        <translation>Pueden seguir sin la ventana; esta las encuentra de nuevo la próxima vez que arranque.</translation>
    </message>
    <message>
        <source>Quit, apps go on</source>
        <translation>Salir; las aplicaciones siguen</translation>
    </message>
    <message>
        <source>Stop all and quit</source>
        <translation>Parar todas y salir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tropero::Reload</name>
    <message>
        <source>Instance %1 did not come up again</source>
        <translation>La instancia %1 no volvió a arrancar</translation>
    </message>
    <message>
        <source>Its last lines on stderr:</source>
        <translation>Sus últimas líneas en stderr:</translation>
    </message>
    <message>
        <source>The instances after it were left as they are</source>
        <translation>Las instancias siguientes se dejaron como están</translation>
    </message>
    <message>
        <source>The reload was cancelled</source>
        <translation>La recarga se canceló</translation>
    </message>
    <message>
        <source>%1 of %2 instances were replaced</source>
        <translation>se sustituyeron %1 de %2 instancias</translation>
    </message>
    <message>
        <source>the reload stopped</source>
        <translation>la recarga se detuvo</translation>
    </message>
</context>
<context>
    <name>tropero::RestartSentence</name>
    <message>
        <source>%1: “%2” is no such value</source>
        <translation>%1: «%2» no es un valor válido</translation>
    </message>
</context>
<context>
    <name>tropero::Settings</name>
    <message>
        <source>There is no such setting</source>
        <translation>No existe ese ajuste</translation>
    </message>
    <message>
        <source>The setting does not take this value</source>
        <translation>El ajuste no admite este valor</translation>
    </message>
    <message>
        <source>The setting counts until Tropero ends, but could not be stored</source>
        <translation>El ajuste vale hasta que termine Tropero, pero no se pudo guardar</translation>
    </message>
    <message>
        <source>See that the file can be written</source>
        <translation>Compruebe que se puede escribir en el archivo</translation>
    </message>
    <message>
        <source>This is no file of settings</source>
        <translation>Esto no es un archivo de ajustes</translation>
    </message>
    <message>
        <source>The file has a setting that cannot be taken</source>
        <translation>El archivo tiene un ajuste que no se puede aceptar</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>No se ha cambiado nada</translation>
    </message>
</context>
<context>
    <name>tropero::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Stored in %1</source>
        <translation>Se guarda en %1</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exportar los ajustes</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Ajustes (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar los ajustes</translation>
    </message>
</context>
<context>
    <name>tropero::ShellIntegration</name>
    <message>
        <source>Launch app…</source>
        <translation>Lanzar aplicación…</translation>
    </message>
    <message>
        <source>Stop all apps</source>
        <translation>Parar todas las aplicaciones</translation>
    </message>
    <message>
        <source>Recent apps</source>
        <translation>Aplicaciones recientes</translation>
    </message>
</context>
<context>
    <name>tropero::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>tropero::SingleInstance</name>
    <message>
        <source>The window does not end</source>
        <translation>La ventana no termina</translation>
    </message>
    <message>
        <source>Perhaps it waits for an answer; look at it</source>
        <translation>Quizá espera una respuesta; mírela</translation>
    </message>
</context>
<context>
    <name>tropero::SummaryBar</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n en línea</numerusform>
            <numerusform>%n en línea</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gave up</source>
        <translation>
            <numerusform>%n se rindió</numerusform>
            <numerusform>%n se rindieron</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Mem</source>
        <comment>memory, short</comment>
        <translation>Mem</translation>
    </message>
</context>
<context>
    <name>tropero::SystemActions</name>
    <message>
        <source>End…</source>
        <translation>Terminar…</translation>
    </message>
    <message>
        <source>Ask the selected processes to end, and kill what does not (Delete)</source>
        <translation>Pedir a los procesos seleccionados que terminen y matar los que no lo hagan (Supr)</translation>
    </message>
    <message>
        <source>End with children…</source>
        <translation>Terminar con sus hijos…</translation>
    </message>
    <message>
        <source>End the selected processes and everything they started</source>
        <translation>Terminar los procesos seleccionados y todo lo que arrancaron</translation>
    </message>
    <message>
        <source>Put under Tropero…</source>
        <translation>Poner bajo Tropero…</translation>
    </message>
    <message>
        <source>Launch an app from this command: Tropero starts it again when it crashes and keeps its log</source>
        <translation>Lanzar una aplicación a partir de esta orden: Tropero la arranca de nuevo cuando falla y conserva su registro</translation>
    </message>
    <message>
        <source>Show in Apps</source>
        <translation>Mostrar en Aplicaciones</translation>
    </message>
    <message>
        <source>Show the app that the process belongs to</source>
        <translation>Mostrar la aplicación a la que pertenece el proceso</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder that the process works in</source>
        <translation>Abrir la carpeta en la que trabaja el proceso</translation>
    </message>
    <message>
        <source>Copy PID</source>
        <translation>Copiar el PID</translation>
    </message>
    <message>
        <source>Copy the process number (%1)</source>
        <translation>Copiar el número del proceso (%1)</translation>
    </message>
    <message>
        <source>Cannot open the folder %1: no program for folders was found.</source>
        <translation>No se puede abrir la carpeta %1: no se encontró ningún programa para carpetas.</translation>
    </message>
</context>
<context>
    <name>tropero::SystemPage</name>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n proceso</numerusform>
            <numerusform>%n procesos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n puerto</numerusform>
            <numerusform>%n puertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Show all processes</source>
        <translation>Mostrar todos los procesos</translation>
    </message>
    <message>
        <source>Looking around…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Nothing fits &quot;%1&quot;</source>
        <translation>Nada coincide con «%1»</translation>
    </message>
    <message>
        <source>Nobody holds such a port: it is free.</source>
        <translation>Nadie ocupa ese puerto: está libre.</translation>
    </message>
    <message>
        <source>None of these processes holds such a port; &quot;Ports&quot; shows those of all programs.</source>
        <translation>Ninguno de estos procesos ocupa ese puerto; «Puertos» muestra los de todos los programas.</translation>
    </message>
    <message>
        <source>The filter looks at name, project, folder, app, PID and parent; &quot;:3000&quot; looks for a port.</source>
        <translation>El filtro busca en nombre, proyecto, carpeta, aplicación, PID y padre; «:3000» busca un puerto.</translation>
    </message>
    <message>
        <source>No Node, Bun or Deno process is running</source>
        <translation>No hay en marcha ningún proceso de Node, Bun o Deno</translation>
    </message>
    <message>
        <source>Nobody holds a port</source>
        <translation>Nadie ocupa ningún puerto</translation>
    </message>
    <message>
        <source>Whatever you start, in a terminal, an editor or here, appears in this list, with its project, ports, CPU and memory.</source>
        <translation>Todo lo que se arranque, en un terminal, en un editor o aquí, aparece en esta lista, con su proyecto, sus puertos, su CPU y su memoria.</translation>
    </message>
    <message>
        <source>Servers appear here as soon as they listen.</source>
        <translation>Los servidores aparecen aquí en cuanto escuchan.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>Todos los procesos</translation>
    </message>
    <message>
        <source>Show all of your processes, not only those of Node, Bun and Deno</source>
        <translation>Mostrar todos los procesos propios, no solo los de Node, Bun y Deno</translation>
    </message>
    <message>
        <source>Name, folder, :port</source>
        <translation>Nombre, carpeta, :puerto</translation>
    </message>
    <message>
        <source>Filter processes and ports</source>
        <translation>Filtrar procesos y puertos</translation>
    </message>
    <message>
        <source>Name, project, folder, app, PID, parent or :port</source>
        <translation>Nombre, proyecto, carpeta, aplicación, PID, padre o :puerto</translation>
    </message>
</context>
<context>
    <name>tropero::Tray</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n en línea</numerusform>
            <numerusform>%n en línea</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a restart</source>
        <translation>
            <numerusform>%n en espera de un reinicio</numerusform>
            <numerusform>%n en espera de un reinicio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gave up</source>
        <translation>
            <numerusform>%n se rindió</numerusform>
            <numerusform>%n se rindieron</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Tropero</source>
        <translation>Abrir Tropero</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
    <message>
        <source>All apps</source>
        <translation>Todas las aplicaciones</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Arrancar todas</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Reiniciar todas</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Parar todas</translation>
    </message>
    <message>
        <source>Launch app…</source>
        <translation>Lanzar aplicación…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Arrancar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Open localhost:%1</source>
        <translation>Abrir localhost:%1</translation>
    </message>
    <message>
        <source>Tropero is still here</source>
        <translation>Tropero sigue aquí</translation>
    </message>
    <message>
        <source>Your apps go on running. Quit it by the menu of this symbol.</source>
        <translation>Sus aplicaciones siguen en marcha. Para salir, use el menú de este icono.</translation>
    </message>
</context>
<context>
    <name>tropero::WelcomePage</name>
    <message>
        <source>Drop a script, a folder or an ecosystem file on this window</source>
        <translation>Suelte un script, una carpeta o un archivo ecosystem en esta ventana</translation>
    </message>
    <message>
        <source>Tropero reads how to run it; you see the exact command before anything starts.</source>
        <translation>Tropero lee cómo ejecutarlo; se ve la orden exacta antes de que arranque nada.</translation>
    </message>
    <message>
        <source>%1 finds everything</source>
        <translation>%1 lo encuentra todo</translation>
    </message>
    <message>
        <source>Every action and every app, by typing a few letters. All keys: F1.</source>
        <translation>Cada acción y cada aplicación, con solo escribir unas letras. Todas las teclas: F1.</translation>
    </message>
    <message>
        <source>Close the window whenever you like</source>
        <translation>Cierre la ventana cuando quiera</translation>
    </message>
    <message>
        <source>Apps go on running. The symbol in the tray shows how they are, and starts and stops them.</source>
        <translation>Las aplicaciones siguen en marcha. El icono de la bandeja muestra cómo están, y las arranca y las para.</translation>
    </message>
    <message>
        <source>Apps go on running, and are here again when you open Tropero.</source>
        <translation>Las aplicaciones siguen en marcha, y están aquí de nuevo al abrir Tropero.</translation>
    </message>
    <message>
        <source>Welcome to Tropero</source>
        <translation>Le damos la bienvenida a Tropero</translation>
    </message>
    <message>
        <source>It keeps your local servers running: starts them, brings them back when they crash, and shows what they say.</source>
        <translation>Mantiene en marcha sus servidores locales: los arranca, los recupera cuando fallan y muestra lo que dicen.</translation>
    </message>
    <message>
        <source>Start a sample app</source>
        <translation>Arrancar un ejemplo</translation>
    </message>
    <message>
        <source>Starts a small Node server that answers in the browser</source>
        <translation>Arranca un pequeño servidor de Node que responde en el navegador</translation>
    </message>
    <message>
        <source>Launch app…</source>
        <translation>Lanzar aplicación…</translation>
    </message>
    <message>
        <source>Import from PM2…</source>
        <translation>Importar de PM2…</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Does not show this again; the palette has it under &quot;Welcome&quot;</source>
        <translation>No lo muestra más; la paleta lo tiene en «Bienvenida»</translation>
    </message>
</context>
<context>
    <name>tropero::WorkerProcess</name>
    <message>
        <source>Cannot start the worker</source>
        <translation>No se puede arrancar el trabajador</translation>
    </message>
    <message>
        <source>there is no primary</source>
        <translation>no hay primario</translation>
    </message>
</context>
<context>
    <name>tropero::WorkerStepper</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instancia</numerusform>
            <numerusform>%n instancias</numerusform>
        </translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>One instance less</source>
        <translation>Una instancia menos</translation>
    </message>
    <message>
        <source>One more instance</source>
        <translation>Una instancia más</translation>
    </message>
    <message>
        <source>Instances of the selected app</source>
        <translation>Instancias de la aplicación seleccionada</translation>
    </message>
</context>
<context>
    <name>troperod</name>
    <message>
        <source>troperod: %1</source>
        <translation>troperod: %1</translation>
    </message>
    <message>
        <source>Keeps the list of apps for the tropero programs. It is started by them when it is needed.</source>
        <translation>Lleva la lista de aplicaciones para los programas de Tropero. Ellos lo arrancan cuando hace falta.</translation>
    </message>
    <message>
        <source>Folder of the state instead of TROPERO_HOME or the default.</source>
        <translation>Carpeta del estado en lugar de TROPERO_HOME o la habitual.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
</context>
</TS>
